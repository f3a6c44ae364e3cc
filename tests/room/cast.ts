import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { meetings, memberships, type Role, voices } from '../../db/schema.ts'
import { cast } from '../cast.ts'
import { addOrganiser, form, now, signedInAs, testApp, world } from '../world.ts'

export const room = '/gen-y-city/kickoff/room'
export const desk = '/organise/gen-y-city/kickoff/moderate'

/** An open room, its moderator, and phones that each keep their own cookie. */
export async function open() {
  const here = await world()
  const app = await testApp(here.db)
  const moderator = await addMembership(here.db, here.project, 'moderator')
  const { cookie } = await signedInAs(here.db, moderator)
  const send = async (url: string, fields: Record<string, string>, cookies = cookie) => {
    const sent = form(fields)
    return await app.inject({
      ...sent,
      method: 'POST',
      url,
      headers: { ...sent.headers, cookie: `${cookies}; lang=en` },
    })
  }
  const read = async (url: string, cookies = cookie) =>
    (await app.inject({ url: `${url}?lang=en`, headers: { cookie: cookies } })).body
  const phone = (name: string) => `voter-gen-y-city=${name}`
  const ask = async (text: string, from: string, further: Record<string, string> = {}) =>
    await send(room, { text, ...further }, phone(from))
  const decide = async (text: string, deed: string, into = '') =>
    await send(`${desk}/voices/${await idOf(here.db, text)}`, { deed, into })
  const vote = async (text: string, from: string, wish = 'vote') =>
    await send(`${room}/${await idOf(here.db, text)}/vote`, { wish }, phone(from))
  await send(`${desk}/open`, {})
  return { ...here, app, send, read, phone, ask, decide, vote }
}

export async function idOf(db: Database, text: string): Promise<string> {
  const found = (await db.select().from(voices)).find((voice) => voice.text === text)
  return found?.id ?? 'none'
}

/** Somebody else who may do that in the project. */
export async function addMembership(db: Database, project: { id: string }, role: Role) {
  const organiser = await addOrganiser(db, { ...cast.outsider, name: 'Moderē Moderators', email: 'modere@example.org' })
  const row = { projectId: project.id, organiserId: organiser.id, role, since: now }
  await db.transact((tx) => tx.insert(memberships).values(row), { touches: 'everything' })
  return organiser
}

/** A question that everybody sees, put to that meeting. */
export async function askedAt(db: Database, meeting: { id: string; projectId: string }, text: string) {
  const at = Temporal.Now.instant()
  const row = { projectId: meeting.projectId, meetingId: meeting.id, kind: 'question' as const, locale: 'lv' as const }
  await db.transact((tx) => tx.insert(voices).values({ ...row, text, name: text, status: 'shown', createdAt: at }), {
    touches: 'everything',
  })
}

/** The same in a room that is open to everybody. */
export async function openRoomIn(db: Database, meeting: { id: string; projectId: string }, text: string) {
  const open = { joinCode: 'BCDFGH', roomOpenedAt: Temporal.Now.instant() }
  await db.transact((tx) => tx.update(meetings).set(open).where(eq(meetings.id, meeting.id)), { touches: 'everything' })
  for (const one of [text, text]) await askedAt(db, meeting, one)
}
