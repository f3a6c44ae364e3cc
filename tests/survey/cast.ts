import { eq } from '../../db/drizzle.ts'
import { letters } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { cameIn, signedUp } from '../numbers/cast.ts'
import { addSpeaker, speakIn } from '../speakers/cast.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

export const hours = (count: number) => ({ hours: count })
export const results = '/organise/gen-y-city/kickoff/survey'

/** A meeting with a story, to which six came with one who brought a class, and one did not. */
export async function held() {
  const here = await world({ surveys: true })
  const { db, project, kickoff, owner, organiser, now } = here
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Solyanka', { dayId: day.id }), owner, now)
  const speaker = await addSpeaker(db, project, { name: 'Elīna' })
  await speakIn(db, slot, speaker, 'confirmed')
  await releaseAgenda(db, project, kickoff, owner, now)
  for (let one = 0; one < 6; one++)
    await cameIn(db, await signedUp(db, { meetingId: kickoff.id, email: `guest${one}@example.org`, locale: 'en' }))
  const brings = {
    kind: 'class' as const,
    className: '9.b',
    classKey: '9.b',
    seats: 20,
    adults: 1,
    email: 'teacher@example.org',
  }
  await cameIn(db, await signedUp(db, { meetingId: kickoff.id, ...brings, locale: 'en' }), 4)
  await signedUp(db, { meetingId: kickoff.id, email: 'absent@example.org' })
  const app = await testApp(db)
  const after = kickoff.endsAt.add(hours(3))
  app.clock.now = after
  const english = { 'accept-language': 'en' }
  const get = async (url: string) => await app.inject({ url, headers: english })
  const organise = { ...(await signedInAs(db, organiser, after)), ...english }
  const asOrganiser = async (url = results, method: 'GET' | 'POST' = 'GET') =>
    await app.inject({ url, method, headers: organise })
  const post = async (url: string, fields: Record<string, string> = {}) => {
    const sent = form(fields)
    return await app.inject({ method: 'POST', url, ...sent, headers: { ...english, ...sent.headers } })
  }
  const written = async () => await db.select().from(letters).where(eq(letters.kind, 'survey'))
  return { ...here, app, slot, speaker, after, get, post, asOrganiser, written }
}

export const marks = { 'marks.overall': '5', 'marks.heard': '4', 'marks.again': '3' }
