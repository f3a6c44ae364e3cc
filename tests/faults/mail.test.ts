import { expect, test, vi } from 'vitest'
import { desc, ne } from '../../db/drizzle.ts'
import { type Database, open } from '../../db/open.ts'
import { deliveries, letters } from '../../db/schema.ts'
import { lateKind } from '../../server/mail/urgency.ts'
import { cleanUpWith } from '../database.ts'
import { type Script, scriptedServer } from '../mail/scripted-server.ts'
import { proxyTo } from '../proxy.ts'
import { startServer } from '../server.ts'
import { clockAhead } from './clock-ahead.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'

/** What goes wrong, and whether the letter goes later or is given up. */
type Trouble = [what: string, script: Script | 'down', fate: 'later' | 'failed']

const short: Trouble[] = [
  ['down', 'down', 'later'],
  ['too busy at the greeting', { GREETING: '421 Too many connections' }, 'later'],
  ['4xx to the recipient', { RCPT: '450 4.7.1 Greylisted' }, 'later'],
  ['5xx to the recipient', { RCPT: '550 5.1.1 No such user' }, 'failed'],
  ['dropped within the content', { CONTENT: 'hang up' }, 'later'],
  ['4xx to the content', { DOT: '452 4.3.1 The disk is full' }, 'later'],
  ['5xx to the content', { DOT: '554 5.6.0 No such things' }, 'failed'],
  ['dropped after the content', { DOT: 'hang up' }, 'later'],
]

/** These last as long as the server's patience. */
const slow: Trouble[] = [
  ['silent from the start', { GREETING: 'silence' }, 'later'],
  ['silent at MAIL', { MAIL: 'silence' }, 'later'],
  ['silent after the content', { DOT: 'silence' }, 'later'],
]

const troubles = [...short, ...slow.slice(0, often(0, slow.length))]
const rounds = often(1, 5)

vi.setConfig({ testTimeout: 60_000 + rounds * troubles.length * 20_000 })

test('whatever the mail server does, people sign up; what can go goes, once, and what cannot is said', async () => {
  const { url, env, crowd } = await popularMeeting(10_000)
  const script: Script = {}
  const server = await scriptedServer(script)
  const way = await proxyTo(server.url)
  const clock = clockAhead({ seconds: 0 })
  const kopa = await startServer({ ...env, ...clock.env, SMTP_URL: way.url })
  const db = await open(url, { guest: true })
  cleanUpWith(() => db.close())

  let hours = 0
  const lost: (string | undefined)[] = []
  for (const [what, wrong, fate] of Array(rounds).fill(troubles).flat() as Trouble[]) {
    // Every conversation begins anew, with a greeting.
    server.hangUp()
    if (wrong === 'down') await way.cut()
    else Object.assign(script, wrong)
    await crowd.signUp(kopa.url, 1, 1)
    const { id } = await tried(db)
    lost.push(...(await toPeople(db, server.taken.splice(0))))
    if (wrong === 'down') await way.mend()
    else for (const step of Object.keys(wrong)) delete script[step as keyof Script]

    hours += 2
    clock.set({ hours })
    await settled(db, id)
    expect([what, await fateOf(db, id)]).toEqual([what, fate === 'later' ? 'sent' : 'failed'])
    const came = await toPeople(db, server.taken.splice(0))
    expect([what, came]).toEqual([what, fate === 'later' ? [id] : []])
    for (const earlier of lost.splice(0)) expect([what, earlier]).toEqual([what, id])
  }
  expect([...crowd.others]).toEqual([])
  report(
    'SMTP down, slow, 4xx, 5xx, dropped',
    `${troubles.map(([what]) => what).join('; ')}: ${rounds} times each, somebody signing up meanwhile`,
    'signing up answered as ever; after 4xx and breaks the letter went later, under the same Message-ID; after 5xx it was given up and is counted as failed',
  )
})

/** The newest of those to people, once it has been tried. */
async function tried(db: Database) {
  return await vi.waitUntil(
    async () => {
      const [letter] = await db
        .select()
        .from(letters)
        .where(ne(letters.kind, lateKind))
        .orderBy(desc(letters.queuedAt), desc(letters.id))
        .limit(1)
      const steps = await db.select({ id: deliveries.letterId }).from(deliveries)
      return letter && steps.some(({ id }) => id === letter.id) ? letter : undefined
    },
    { timeout: 45_000, interval: 50 },
  )
}

async function settled(db: Database, id: string) {
  await vi.waitUntil(async () => (await fateOf(db, id)) !== 'waiting', { timeout: 20_000, interval: 50 })
}

async function fateOf(db: Database, id: string): Promise<string> {
  const letter = (await db.select().from(letters)).find((one) => one.id === id)
  if (letter?.sentAt) return 'sent'
  return letter?.ending ?? 'waiting'
}

/** Which letters they are; without those that tell the owners, as they should, that some were late. */
async function toPeople(db: Database, taken: string[]): Promise<(string | undefined)[]> {
  const about = await db.select({ id: letters.id }).from(letters).where(ne(letters.kind, lateKind))
  const ids = new Set(about.map(({ id }) => id))
  return taken.map(idOf).filter((id) => !id || ids.has(id))
}

function idOf(raw: string): string | undefined {
  return /^Message-ID: <([^@]+)@/m.exec(raw)?.[1]
}
