import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'

const skipped = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'set-cookie']

/** What our answers are made of, for the bare server to send: the same status, the same headers, the same bytes. */
export async function keepPages(file: string, pages: Record<string, { url: string; headers: Record<string, string> }>) {
  const kept: Record<string, { status: number; headers: Record<string, string>; body: string }> = {}
  for (const [path, { url, headers }] of Object.entries(pages)) {
    const answer = await asItTravels(url, headers)
    const own = Object.entries(answer.headers).filter(([name]) => !skipped.includes(name))
    kept[path] = { ...answer, headers: Object.fromEntries(own.map(([name, value]) => [name, `${value}`])) }
  }
  writeFileSync(file, JSON.stringify(kept))
}

/** The ETag of a page, to ask for it again. */
export async function etagOf(url: string, headers: Record<string, string>): Promise<string> {
  const { headers: answered } = await asItTravels(url, headers)
  return `${answered.etag}`
}

/** Compressed if asked for; fetch would unpack it. */
async function asItTravels(url: string, headers: Record<string, string>) {
  const asked = get(url, { headers })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = Buffer.concat(await answer.toArray()).toString('base64')
  return { status: answer.statusCode ?? 0, headers: answer.headers, body }
}
