import { type Database, open } from '../../db/open.ts'
import { type Organiser, type Project, sessions } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { newOrganiser } from '../../server/organisers/newcomers.ts'
import { createProject } from '../../server/projects/create.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { groupsOf } from '../../server/projects/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { hashOf } from '../../server/secrets.ts'
import { acquaintances } from './acquaintances.ts'
import type { isAsked as Asked } from './asked.ts'
import { asked } from './enumeration.ts'
import { feedSizes, manyMeetings } from './feed.ts'
import { manyRegistrations } from './many-registrations.ts'

const now = Temporal.Now.instant()
const text = (lv: string) => ({ lv, en: lv })

/** What the parts that are asked for need, made by the product's own verbs. */
export async function benchWorld(url: string, isAsked: typeof Asked) {
  const db = await open(url)
  const { by, project, group } = await kickoff(db)
  const long = await longAgenda(db, project, by)
  const lists = isAsked('lists') ? await longLists(db, project, by) : []
  const later = now.add({ hours: 24 * 40 })
  const known = await acquaintances(
    db,
    project,
    by,
    { ...meetingInput, days: [{ startsAt: later, endsAt: later.add({ hours: 3 }) }] },
    isAsked('addresses') ? asked : 0,
  )
  const hasFeeds = isAsked('feeds', 'pages')
  if (hasFeeds) for (const size of feedSizes) await manyMeetings(db, by, projectInput, meetingInput, size)
  const crowds = isAsked('registration') ? await crowdedMeetings(db, by) : { paths: [], group: '' }
  await db.close()
  return { url, group, long, lists, known, crowds }
}

/** In a project of their own, and so many that none gets much fuller than a thousand, however fast people sign up. */
async function crowdedMeetings(db: Database, by: Organiser): Promise<{ paths: string[]; group: string }> {
  const project = await createProject(db, { ...projectInput, slug: 'crowds' }, by, now)
  await publishProject(db, project, by, now)
  const startsAt = now.add({ hours: 24 * 40 })
  const days = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
  const slugs = Array.from({ length: 50 }, (_, i) => `crowd-${i}`)
  for (const slug of slugs) {
    const meeting = await createMeeting(db, project, { ...meetingInput, slug, days, capacity: 100_000 }, by, now)
    await publishMeeting(db, project, meeting, by, now)
  }
  const [group] = await groupsOf(db, project)
  return { paths: slugs.map((slug) => `/crowds/${slug}`), group: group?.id ?? '' }
}

/** The one meeting, with one person in it, and the cookie of who runs it. */
export async function smallWorld(url: string) {
  const db = await open(url)
  const { by, project, meeting, group } = await kickoff(db)
  const guest = { name: 'Guest', email: 'guest@example.org', locale: 'lv' as const, groupId: group }
  await register(db, project, meeting, guest, now)
  const cookie = await signedIn(db, by)
  await db.close()
  return { url, group, cookie, list: '/organise/gen-y-city/kickoff/registrations' }
}

/** A published meeting with thirteen slots. */
async function kickoff(db: Database) {
  const by = await benchOrganiser(db)
  const project = await createProject(db, projectInput, by, now)
  await publishProject(db, project, by, now)
  const startsAt = now.add({ hours: 24 * 14 })
  const days = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
  const meeting = await createMeeting(db, project, { ...meetingInput, days }, by, now)
  const [day] = await daysOf(db, meeting)
  for (let i = 1; i <= 13; i++) {
    const slot = { ...slotInput, title: text(`Stāsts ${i}`), dayId: day?.id ?? null, speakers: [`Grupa ${i}`] }
    await addSlot(db, project, meeting, slot, by, now)
  }
  await publishMeeting(db, project, meeting, by, now)
  await releaseAgenda(db, project, meeting, by, now)
  const [group] = await groupsOf(db, project)
  return { by, project, meeting, group: group?.id ?? '' }
}

export async function benchOrganiser(db: Database): Promise<Organiser> {
  const ilze = { email: 'ilze@example.org', name: 'Ilze Ozola', locale: 'lv' } as const
  return await db.transact((tx) => newOrganiser(tx, ilze, now), { touches: 'nothing' })
}

/** A festival's draft: four rooms with sixty slots each, and the cookie of who plans it. */
async function longAgenda(db: Database, project: Project, by: Organiser) {
  const startsAt = now.add({ hours: 24 * 20 })
  const days = [{ startsAt, endsAt: startsAt.add({ hours: 14 }) }]
  const meeting = await createMeeting(db, project, { ...meetingInput, slug: 'festival', days }, by, now)
  const [day] = await daysOf(db, meeting)
  const rooms = []
  for (const name of ['Zāle', 'Studija', 'Pagalms', 'Bibliotēka'])
    rooms.push(await addRoom(db, project, meeting, text(name), by, now))
  for (let i = 0; i < 240; i++) {
    const where = { dayId: day?.id ?? null, roomId: rooms[i % 4]?.id ?? null }
    const slot = { ...slotInput, ...where, title: text(`Stāsts ${i}`), speakers: [`Grupa ${i}`] }
    await addSlot(db, project, meeting, slot, by, now)
  }
  await publishMeeting(db, project, meeting, by, now)
  await releaseAgenda(db, project, meeting, by, now)
  const cookie = await signedIn(db, by)
  return { path: '/organise/gen-y-city/festival/agenda', slug: 'stasts-121', slots: 240, cookie }
}

async function signedIn(db: Database, by: Organiser): Promise<string> {
  const row = { idHash: hashOf('bench'), organiserId: by.id, createdAt: now, expiresAt: now.add({ hours: 24 }) }
  await db.transact((tx) => tx.insert(sessions).values(row), { touches: 'nothing' })
  return 'session=bench'
}

/** Meetings of few and of many, whose organiser looks through who comes. */
async function longLists(db: Database, project: Project, by: Organiser) {
  const lists = []
  for (const people of [100, 2_000, 20_000]) {
    const startsAt = now.add({ hours: 24 * 30 })
    const days = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
    const meeting = await manyRegistrations(db, project, { ...meetingInput, days }, people, by)
    lists.push({ path: `/organise/gen-y-city/${meeting.slug}/registrations`, people })
  }
  return lists
}

export const projectInput = {
  slug: 'gen-y-city',
  title: text('Gen-Y City'),
  aim: text('Iesaisties pilsētas dzīvē.'),
  programme: {},
  funder: {},
  disclaimer: {},
  number: '',
  colour: 'tangerine' as const,
  locales: ['lv' as const, 'en' as const],
  zone: 'Europe/Riga',
  startsOn: null,
  endsOn: null,
  contactEmail: 'jaunatne@example.org',
}

export const meetingInput = {
  slug: 'kickoff',
  title: text('Jauniešu stāsti'),
  summary: text('Trīspadsmit stāsti par to, kas jau izdevies.'),
  description: {},
  placeName: text('Jaunatnes māja'),
  accessNotes: {},
  address: 'Parādes iela 1, Daugavpils',
  onlineUrl: '',
  zone: 'Europe/Riga',
  allDay: false,
  capacity: 60,
  opensAt: null,
  closesAt: null,
  offerHours: 24,
  quietMinutes: 10,
}

const slotInput = {
  type: 'story' as const,
  summary: text('No idejas līdz rezultātam.'),
  minutes: 10,
  gapMinutes: 0,
  roomId: null,
  pinnedAt: null,
  internal: false,
}
