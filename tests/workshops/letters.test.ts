import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { locales } from '../../db/languages.ts'
import { letters, registrations } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { become } from '../../server/registrations/places/become.ts'
import { register } from '../../server/registrations/register.ts'
import { takeOut } from '../../server/workshops/by-hand.ts'
import { closeWorkshop } from '../../server/workshops/close-workshop.ts'
import { workshopWriters } from '../../server/workshops/letters.ts'
import type { WorkshopLetter } from '../../server/workshops/tell.ts'
import { noor, sami } from '../cast.ts'
import { config } from '../mail/config.ts'
import { registrationBy } from '../registrations/places.ts'
import { unfinished } from '../unfinished.ts'
import { now } from '../world.ts'
import { fair } from './fair.ts'

type Fair = Awaited<ReturnType<typeof fair>>

/** What brings each letter about, to Noor or to Sami after her. */
const causes: [WorkshopLetter, (here: Fair) => Promise<unknown>][] = [
  ['workshop-in', ({ leaves, bats }) => leaves(noor, bats)],
  [
    'workshop-out',
    async ({ db, project, kickoff, owner, bats }) => {
      await takeOut(db, { project, meeting: kickoff }, bats, await registrationBy(db, noor), owner, now)
    },
  ],
  ['workshop-out', (here) => grow(here)],
  [
    'workshop-dropped',
    async ({ shelve, release, bats }) => {
      await shelve(bats)
      await release()
    },
  ],
  [
    'workshop-closed',
    ({ db, project, kickoff, owner, bats }) => closeWorkshop(db, { project, meeting: kickoff }, bats, owner, now),
  ],
]

test.each(causes)(
  '%s is complete, names the workshop and leads to the page, in four languages',
  async (kind, cause) => {
    const here = await fair({ bats: 1 })
    await here.come(noor, sami)
    for (const person of [noor, sami]) await here.chooses(person, here.bats)
    await cause(here)
    const [letter] = await here.db.select().from(letters).where(eq(letters.kind, kind))
    if (!letter) return expect.unreachable()
    const house = { config, now }
    const written = await Promise.all(
      locales.map((locale) => workshopWriters[kind](here.db, { ...letter, locale }, house)),
    )
    expect(new Set(written.map((one) => one?.text.split('\n')[0])).size).toBe(4)
    for (const one of written) {
      expect(one?.subject).toContain('Sikspārņi')
      expect(one?.text).toMatch(/https:\/\/kopa\.example\.org\/mine\/\S+\/workshops/)
      for (const wrong of [unfinished, /\.\./]) expect(`${one?.subject} ${one?.text}`).not.toMatch(wrong)
      expect(one?.text).not.toMatch(/Noor|Sami/)
      expect(one?.calendar?.method).toBe(kind === 'workshop-in' ? 'REQUEST' : 'CANCEL')
    }
  },
)

test('the letter that confirms a place leads to the workshops, and later says what was chosen', async () => {
  const here = await fair({ bats: 1 })
  const { db, project, kickoff, pupils, bats } = here
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'confirmation'))
  if (!letter) return expect.unreachable()
  const house = { config, now }
  expect((await writers.confirmation?.(db, letter, house))?.text).toContain('Choose your workshops:')
  await here.chooses(noor, bats)
  const text = (await writers.confirmation?.(db, letter, house))?.text
  expect(text).toContain('Workshops: 17:00 Sikspārņi')
  expect(text).not.toContain('Choose your workshops')
})

async function grow({ db, kickoff }: Fair) {
  await db.transact(
    async (tx) => {
      const [current] = await tx.select().from(registrations).where(eq(registrations.email, noor.email))
      if (current) await become(tx, kickoff, current, { seats: 2 }, now, null)
    },
    { touches: 'everything', lock: kickoff.id },
  )
}
