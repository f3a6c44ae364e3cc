import { locales } from '../../db/languages.ts'

/** All that a stranger gets to see who follows every link from the first page, in every language: bytes by address. */
export async function publicSite(origin: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const once = new Set<string>()
  for (const locale of locales) {
    const waiting = ['/']
    const known = new Set(waiting)
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { answer, type } = await ask(origin + path, locale)
      seen.set(`${locale} ${path}`, answer)
      for (const next of type.startsWith('text/html') ? linksIn(answer) : []) {
        if (!known.has(next) && !once.has(next)) waiting.push(next)
        known.add(next)
        if (isPicture.test(next)) once.add(next)
      }
    }
  }
  return seen
}

/** Asked for once, in the first language: drawing and sending them takes longer than everything else. */
const isPicture = /\.(png|webp|avif|jpe?g|svg|css|js|woff2|mp4|pdf)$|^\/(slides|materials)\//

async function ask(url: string, locale: string): Promise<{ answer: string; type: string }> {
  const answer = await fetch(url, { headers: { 'accept-language': locale }, redirect: 'manual' })
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  const type = answer.headers.get('content-type') ?? ''
  return { type, answer: `${answer.status} ${type} ${answer.headers.get('location') ?? ''}\n${withoutChance(bytes)}` }
}

/** Each form is told from every other one by a number that is another every time. */
function withoutChance(page: string): string {
  return page.replaceAll(/(name="once" value=")[^"]*/g, '$1')
}

/** Not the way to another language: every language is walked by itself. */
function linksIn(page: string): string[] {
  const links = [...page.matchAll(/(?:href|src)="(\/(?!\/)[^"#]*)/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&'),
  )
  return links.filter((path) => !/[?&]lang=/.test(path))
}
