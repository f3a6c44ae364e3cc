import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters } from '../../db/schema.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { peopleToTell } from '../../server/meetings/queries.ts'
import { registrationWriters } from '../../server/registrations/letters.ts'
import { heldBy } from '../../server/registrations/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { config } from '../mail/post-office.ts'
import { lettersTo, lettersWent } from '../registrations/places.ts'
import { now, world } from '../world.ts'
import { asItIs } from './input.ts'

const days = (number: number) => ({ hours: 24 * number })

/** Noor has a place at a meeting that was then postponed, and has been told. */
async function postponed() {
  const here = await world()
  await register(here.db, here.project, here.kickoff, { ...noor, groupId: null }, now)
  const meeting = await postponeMeeting(here.db, here.project, here.kickoff, here.owner, now)
  await lettersWent(here.db, now)
  return { ...here, meeting }
}

test('called off after its old date, a postponed meeting still tells everybody', async () => {
  const { db, project, meeting, owner } = await postponed()
  const afterwards = meeting.endsAt.add(days(100))
  expect(await peopleToTell(db, meeting, afterwards)).toBe(1)
  await cancelMeeting(db, project, meeting, owner, afterwards)
  expect(await lettersTo(db, noor)).toEqual(['cancelled', 'confirmation', 'postponed'])
  const [letter = expect.unreachable()] = await db.select().from(letters).where(eq(letters.kind, 'cancelled'))
  const written = await registrationWriters.cancelled(db, letter, { config, now: afterwards })
  expect(written?.calendar?.content).toContain('STATUS:CANCELLED')
})

test('the link in a letter about a meeting postponed long ago opens', async () => {
  const { db, project, meeting, owner } = await postponed()
  const afterwards = meeting.endsAt.add(days(100))
  await editMeeting(db, project, meeting, { ...asItIs(meeting), title: { lv: 'Vēlāk' } }, owner, afterwards)
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'changed'))
  expect(await heldBy(db, letter?.token ?? '', afterwards)).toMatchObject({ registration: { name: 'Noor' } })
})
