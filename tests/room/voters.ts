import { EventEmitter, once } from 'node:events'
import { cleanUpWith } from '../database.ts'

export type Voter = Awaited<ReturnType<typeof voterAt>>

/** A phone without a screen: a cookie of its own, forms over HTTP, and a stream that tells it of news. */
export async function voterAt(origin: string, meeting: string) {
  let cookie = ''
  const heard = new EventEmitter()
  const headers = () => ({ 'accept-language': 'en', ...(cookie && { cookie }) })
  const send = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields)
    const answer = await fetch(origin + meeting + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: headers(),
    })
    await answer.arrayBuffer()
    const given = answer.headers.getSetCookie().find((one) => one.startsWith('voter-'))
    cookie = given?.split(';')[0] ?? cookie
    return answer.status
  }
  const read = async (path: string) => await (await fetch(origin + meeting + path, { headers: headers() })).text()
  const next = async () => void (await once(heard, 'told'))
  const joined = next()
  await listen(`${origin}${meeting}/live`, heard)
  await joined
  return { send, read, next }
}

/** Server-sent events, as they come over the socket. */
async function listen(address: string, heard: EventEmitter): Promise<void> {
  const leaving = new AbortController()
  cleanUpWith(async () => leaving.abort())
  const accept = { accept: 'text/event-stream' }
  const { body } = await fetch(address, { headers: accept, signal: leaving.signal })
  if (!body) throw new Error('The stream has no body.')
  void (async () => {
    let text = ''
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const events = (text + piece).split('\n\n')
      text = events.pop() ?? ''
      if (events.some((event) => /^data:/m.test(event))) heard.emit('told')
    }
  })().catch(() => {})
}

/** What all of them are told of over their streams, and then find on the page. */
export async function allAreTold(
  voters: readonly Voter[],
  deed: () => Promise<unknown>,
  path: string,
  isThere: (body: string) => boolean,
): Promise<void> {
  const waiting = voters.map((voter) => ({ voter, told: voter.next() }))
  await deed()
  const follow = async ({ voter, told }: (typeof waiting)[number]) => {
    for (let news = told; ; ) {
      await news
      // Told again while it reads, it reads again.
      news = voter.next()
      if (isThere(await voter.read(path))) return
    }
  }
  await Promise.all(waiting.map(follow))
}
