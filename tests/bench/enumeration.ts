import { median } from './load.ts'

/** How long the answer takes to an address that is known and to one that is not, in milliseconds. */
export type Told = { what: string; known: number; unknown: number; ratios: number[] }

type Fields = Record<string, string>
type Sent = { what: string; path: string; fields: (email: string) => Fields }

const rounds = 5
/** How many people are asked about, each once per form. */
export const asked = 240
const perRound = asked / (rounds + 1)

/** A stranger with one connection asks about known and unknown addresses in turn (A B B A …), after a round to warm up. */
export async function askAboutAddresses(site: string, { emails, group }: { emails: string[]; group: string }) {
  const person = (email: string) => ({ name: 'Guest', email, group })
  const aClass = (email: string) => ({ ...person(email), className: '8.a', adults: '1', pupils: '2' })
  const story = (title: string) => (email: string) => {
    return { title, abstract: 'A blog for everyone.', name: 'Noor', type: 'story', deed: 'hand-in', email }
  }
  const forms: Sent[] = [
    { what: 'sign-up', path: '/gen-y-city/open/register', fields: person },
    { what: 'sign-up, asked again', path: '/gen-y-city/open/register', fields: person },
    { what: 'sign-up, full', path: '/gen-y-city/full/register', fields: person },
    { what: 'class', path: '/gen-y-city/open/register/class', fields: aClass },
    { what: 'story', path: '/gen-y-city/call', fields: story('Another') },
    { what: 'story, theirs', path: '/gen-y-city/call', fields: story('Solyanka') },
    { what: 'sign-in', path: '/sign-in', fields: (email) => ({ email }) },
  ]
  const told: Told[] = []
  for (const form of forms) told.push(await askInTurn(site, form, emails, told.length))
  return told
}

async function askInTurn(site: string, { what, path, fields }: Sent, emails: string[], nth: number): Promise<Told> {
  const took: { known: number[]; unknown: number[] }[] = []
  for (let round = 0; round <= rounds; round++) {
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let i = round * perRound; i < (round + 1) * perRound; i++) {
      const turns = [
        ['known', emails[i] ?? ''],
        ['unknown', `new${nth}-${i}@example.org`],
      ] as const
      for (const [who, email] of i % 2 ? turns : turns.toReversed())
        times[who].push(await timed(site + path, fields(email)))
    }
    if (round > 0) took.push(times)
  }
  const ratios = took.map(({ known, unknown }) => median(known) / median(unknown))
  const all = (who: 'known' | 'unknown') => median(took.flatMap((times) => times[who]))
  return { what, known: all('known'), unknown: all('unknown'), ratios }
}

async function timed(url: string, fields: Fields): Promise<number> {
  const start = performance.now()
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}; the run counts for nothing.`)
  return performance.now() - start
}

export function enumerationTable(all: readonly Told[]): string {
  const rows = all.map(({ what, known, unknown, ratios }) => {
    const spread = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
    return `| ${what} | ${known.toFixed(2)} | ${unknown.toFixed(2)} | ${spread} |`
  })
  return [
    `| a stranger asks about ${asked} addresses | known, p50 ms | unknown, p50 ms | ratio (median, min–max) |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}
