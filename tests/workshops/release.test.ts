import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, registrations } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { become } from '../../server/registrations/places/become.ts'
import { closeWorkshop } from '../../server/workshops/close-workshop.ts'
import { liga, noor, sami } from '../cast.ts'
import { config } from '../mail/config.ts'
import { lettersWent, registrationBy } from '../registrations/places.ts'
import { now } from '../world.ts'
import { fair, standing, workshopLetters } from './fair.ts'

type Fair = Awaited<ReturnType<typeof fair>>

/** Noor is in Bats and Radio, Sami waits for Bats. */
async function chosen() {
  const here = await fair({ bats: 1, logo: 2, radio: 3 })
  await here.come(noor, sami)
  for (const [person, slot] of [[noor, here.bats] as const, [noor, here.radio] as const, [sami, here.bats] as const])
    await here.chooses(person, slot)
  return here
}

/** What would be posted to somebody now, by kind. */
async function posted({ db }: Fair, person: { email: string }, kind: string, at = now) {
  const rows = await db.select().from(letters).where(eq(letters.kind, kind))
  const house = { config, now: at }
  const own = rows.filter((row) => row.recipient === person.email && !row.endedAt)
  return await Promise.all(own.map(async (letter) => (await writers[kind]?.(db, letter, house)) ?? null))
}

test('whoever cancels leaves their workshops, and the next in line moves in', async () => {
  const { db, project, kickoff, bats, radio } = await chosen()
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'in' })
  expect(await standing(db, radio)).toEqual({ Noor: 'left' })
  expect(await workshopLetters(db)).toEqual(['Sami: workshop-in Sikspārņi'])
})

test('a workshop off the agenda ends its choices with one letter, and the letter about the agenda leaves it out', async () => {
  const here = await chosen()
  const { db, bats, logo } = here
  await here.shelve(bats)
  await here.delay(logo, 10)
  await here.release()
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Sami: 'left' })
  expect(await workshopLetters(db)).toEqual(['Noor: workshop-dropped Sikspārņi', 'Sami: workshop-dropped Sikspārņi'])
  const [dropped] = await posted(here, noor, 'workshop-dropped')
  expect(dropped?.subject).toBe('Off the agenda: Sikspārņi')
  expect(dropped?.text).toContain('https://kopa.example.org/mine/')
  const [digest] = await posted(here, noor, 'agenda-changed')
  expect(digest?.text).toContain('Logo')
  expect(digest?.text).not.toContain('Sikspārņi')
})

test('when that is all that changed, it is the only letter; whoever did not choose it reads it in the other', async () => {
  const here = await chosen()
  await here.come(liga)
  await here.shelve(here.bats)
  await here.delay(here.radio, 45)
  await here.release()
  expect(await posted(here, noor, 'agenda-changed')).toEqual([null])
  expect((await posted(here, liga, 'agenda-changed'))[0]?.text).toContain('Sikspārņi')
  expect(await posted(here, liga, 'workshop-dropped')).toEqual([])
})

test('one that is back before anybody heard has the same people in it, and nobody is written to', async () => {
  const here = await chosen()
  await here.shelve(here.bats)
  await here.release()
  await here.bringBack(here.bats)
  await here.release()
  expect(await standing(here.db, here.bats)).toEqual({ Noor: 'in', Sami: 'waiting' })
  expect(await workshopLetters(here.db)).toEqual([])
})

test('whoever has grown meanwhile comes back to its line, and hears of it', async () => {
  const here = await chosen()
  await here.shelve(here.bats)
  await here.release()
  await grow(here, noor, 2)
  await here.bringBack(here.bats)
  await here.release()
  expect(await standing(here.db, here.bats)).toEqual({ Noor: 'waiting', Sami: 'in' })
  expect(await workshopLetters(here.db)).toEqual(['Noor: workshop-out Sikspārņi', 'Sami: workshop-in Sikspārņi'])
})

test('whoever has heard that it is off chooses anew', async () => {
  const here = await chosen()
  await here.shelve(here.bats)
  await here.release()
  await lettersWent(here.db, now)
  await here.bringBack(here.bats)
  await here.release()
  expect(await standing(here.db, here.bats)).toEqual({ Noor: 'left', Sami: 'left' })
})

test('where a release puts two choices at the same time both stay, and the letter about the agenda says it', async () => {
  const here = await chosen()
  const { db, logo, radio } = here
  await here.come(liga)
  for (const slot of [logo, radio]) await here.chooses(liga, slot)
  await here.delay(logo, 20)
  await here.release()
  expect(await standing(db, logo)).toEqual({ Līga: 'in' })
  expect(await standing(db, radio)).toEqual({ Noor: 'in', Līga: 'in' })
  expect(await workshopLetters(db)).toEqual([])
  const [digest] = await posted(here, liga, 'agenda-changed')
  expect(digest?.text).toContain('Divas no tavām darbnīcām tagad notiek vienlaikus: 17.20 Logo un 17.45 Radio.')
  expect((await posted(here, noor, 'agenda-changed'))[0]?.text).not.toContain('at the same time')
})

test('nobody moves into a workshop while another of theirs is at that time', async () => {
  const here = await fair({ bats: 1, logo: 1, radio: 1 })
  const { db, logo, radio } = here
  await here.come(noor, sami, liga)
  await here.chooses(noor, radio)
  for (const slot of [logo, radio]) await here.chooses(sami, slot)
  await here.chooses(liga, radio)
  await here.delay(logo, 20)
  await here.release()
  await here.leaves(noor, radio)
  expect(await standing(db, radio)).toEqual({ Noor: 'left', Sami: 'waiting', Līga: 'in' })
})

test('a party that outgrows a workshop waits for it again, and hears of it; smaller, it makes room', async () => {
  const here = await fair({ bats: 3 })
  const { db, bats } = here
  await here.come(noor, sami, liga)
  await grow(here, noor, 2)
  for (const person of [noor, sami, liga]) await here.chooses(person, bats)
  await grow(here, noor, 3)
  expect(await standing(db, bats)).toEqual({ Noor: 'waiting', Sami: 'in', Līga: 'in' })
  await grow(here, noor, 1)
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'in', Līga: 'in' })
  expect(await workshopLetters(db)).toEqual([
    'Līga: workshop-in Sikspārņi',
    'Noor: workshop-in Sikspārņi',
    'Noor: workshop-out Sikspārņi',
  ])
  // The first of these has been overtaken by the second.
  expect(await posted(here, noor, 'workshop-out')).toEqual([null])
})

test('closing the sign-up tells whoever had signed up that they can just come', async () => {
  const here = await chosen()
  const { db, project, kickoff, owner, bats } = here
  await closeWorkshop(db, { project, meeting: kickoff }, bats, owner, now)
  await closeWorkshop(db, { project, meeting: kickoff }, bats, owner, now)
  expect(await workshopLetters(db)).toEqual(['Noor: workshop-closed Sikspārņi', 'Sami: workshop-closed Sikspārņi'])
  expect((await posted(here, noor, 'workshop-closed'))[0]?.subject).toBe('No sign-up needed any more: Sikspārņi')
})

test('once the meeting is off nobody is written to about its workshops', async () => {
  const here = await chosen()
  const { db, project, kickoff, owner } = here
  await here.leaves(noor, here.bats)
  await cancelMeeting(db, project, kickoff, owner, now)
  expect(await posted(here, sami, 'workshop-in')).toEqual([null])
  await here.leaves(noor, here.radio)
  await here.shelve(here.bats)
  await here.release()
  expect(await workshopLetters(db)).toEqual(['Sami: workshop-in Sikspārņi'])
})

test('the letter "you are in" says when and where in words, and is not sent once it has begun', async () => {
  const here = await chosen()
  await here.leaves(noor, here.bats)
  const [letter] = await posted(here, sami, 'workshop-in')
  expect(letter?.subject).toBe('Tev ir vieta darbnīcā: Sikspārņi')
  expect(letter?.text).toContain('Zāle, Jaunatnes māja, Parādes iela 1, Daugavpils')
  expect(letter?.text).toContain('Sestdien, 2026. gada 12. decembrī, 17.00–17.45')
  expect(await posted(here, sami, 'workshop-in', here.kickoff.startsAt)).toEqual([null])
})

async function grow({ db, kickoff }: Fair, person: { email: string }, seats: number) {
  await db.transact(
    async (tx) => {
      const [current] = await tx.select().from(registrations).where(eq(registrations.email, person.email))
      if (current) await become(tx, kickoff, current, { seats }, now, null)
    },
    { touches: 'everything', lock: kickoff.id },
  )
}
