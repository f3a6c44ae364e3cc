import { and, eq, isNull } from '../db/drizzle.ts'
import type { Database } from '../db/open.ts'
import {
  answerFiles,
  commitments,
  cues,
  letters,
  type Meeting,
  mailings,
  materials,
  photos,
  polls,
  questions,
  registrations,
  rooms,
  slots,
  voices,
} from '../db/schema.ts'
import { addSlot } from '../server/agenda/add-slot.ts'
import { addRoom } from '../server/agenda/rooms.ts'
import type { AskedQuestion } from '../server/questions/queries.ts'
import { register } from '../server/registrations/register.ts'
import { dialogueIn } from './dialogue/cast.ts'
import { firstSlot, youngSpeaker } from './guardians/young.ts'
import { draftIn } from './mailings/cast.ts'
import { publishedLink } from './materials/cast.ts'
import { addPhoto } from './photos/cast.ts'
import { ask } from './questions/cast.ts'
import { askedAt } from './room/cast.ts'
import { bring, openCall, storyCalled } from './stories/cast.ts'
import { addMeeting, type world } from './world.ts'

/** From the real clock, since the real server goes by it. */
const present = Temporal.Now.instant()
const soon = present.add({ hours: 24 * 14 }).round('hour')

type Place = {
  project: { slug: string }
  meeting: { id: string; slug: string; projectId: string }
  colleague: string
  token: string
  child: string
  speaker: string
  guardian: string
  handsIn: string
  feed: string
  story: string
  news: string
  voice: string
  report: string
  survey: string
}

/** What stands for each parameter of an address. */
export async function idsOf(db: Database, { project, meeting, ...given }: Place): Promise<Record<string, string>> {
  const [room] = await db.select().from(rooms).where(eq(rooms.meetingId, meeting.id))
  const [slot] = await db.select().from(slots).where(eq(slots.meetingId, meeting.id))
  const [registration] = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  const [letter] = await db.select().from(letters).where(eq(letters.meetingId, meeting.id))
  const [mailing] = await db.select().from(mailings).where(eq(mailings.meetingId, meeting.id))
  const [commitment] = await db.select().from(commitments).where(eq(commitments.projectId, meeting.projectId))
  const [cue] = await db.select().from(cues).where(eq(cues.meetingId, meeting.id))
  const [material] = await db.select().from(materials).where(eq(materials.meetingId, meeting.id))
  const ofProject = and(eq(materials.projectId, meeting.projectId), isNull(materials.meetingId))
  const [common] = await db.select().from(materials).where(ofProject)
  const [poll] = await db.select().from(polls).where(eq(polls.meetingId, meeting.id))
  const [photo] = await db.select().from(photos).where(eq(photos.meetingId, meeting.id))
  const asked = await db.select().from(questions).where(eq(questions.meetingId, meeting.id))
  const question = asked.find(({ kind }) => kind === 'choice') ?? asked[0]
  const [file] = await db
    .select({ id: answerFiles.id })
    .from(answerFiles)
    .innerJoin(registrations, eq(registrations.id, answerFiles.registrationId))
    .where(eq(registrations.meetingId, meeting.id))
  const [putToIt] = await db.select().from(voices).where(eq(voices.meetingId, meeting.id))
  const rows = {
    asked: putToIt?.id,
    code: 'BCDFGH',
    file: file?.id,
    room: room?.id,
    slot: slot?.slug,
    slotId: slot?.id,
    registration: registration?.id,
    letter: letter?.id,
    mailing: mailing?.id,
    photo: photo?.id,
    commitment: commitment?.id,
    cue: cue?.id,
    poll: poll?.id,
    question: question?.id,
    material: material?.id,
    common: common?.id,
    kind: 'confirmation',
    passkey: 'no-passkey',
  }
  const known = Object.entries(rows).map(([name, id]) => [name, id ?? `no-${name}`])
  return { ...Object.fromEntries(known), project: project.slug, meeting: meeting.slug, ...given }
}

/** A file that somebody at that meeting answered with. */
async function answeredFile(db: Database, { question }: AskedQuestion, { id }: { id: string }) {
  const [somebody] = await db.select().from(registrations).where(eq(registrations.meetingId, id))
  const whose = { registrationId: somebody?.id ?? '', questionId: question.id }
  const row = { ...whose, name: 'svešs.pdf', type: 'pdf' as const, bytes: 4, at: present }
  await db.transact((tx) => tx.insert(answerFiles).values(row), { touches: 'nothing' })
}

type Inhabited = Awaited<ReturnType<typeof world>>

/** The same of the outsider's project: a meeting with a room, a slot, somebody registered and their letter. */
export async function foreignIds({ db, foreign, outsider }: Inhabited) {
  const meeting = await addMeeting(db, foreign, { startsAt: soon, endsAt: soon.add({ hours: 3 }) })
  return await idsElsewhere({ db, project: foreign, owner: outsider }, meeting)
}

/** The same of a meeting that has nothing yet. */
export async function idsElsewhere(
  { db, project, owner }: Pick<Inhabited, 'db' | 'project' | 'owner'>,
  meeting: Meeting,
) {
  const text = { lv: 'Svešs', en: 'Foreign' }
  await askedAt(db, meeting, 'Svešs jautājums')
  await addRoom(db, project, meeting, text, owner, present)
  const slot = {
    title: { lv: 'Tikai tur' },
    summary: {},
    minutes: 10,
    gapMinutes: 0,
    roomId: null,
    dayId: null,
    pinnedAt: null,
  }
  await addSlot(db, project, meeting, { ...slot, type: 'story', internal: false, speakers: [] }, owner, present)
  const stranger = { name: 'Sveša', email: 'sveša@example.com', groupId: null, locale: 'lv' as const }
  await register(db, project, meeting, stranger, present)
  await ask({ db, project, kickoff: meeting, owner }, 'text', 'Svešs', {}, present)
  await answeredFile(db, await ask({ db, project, kickoff: meeting, owner }, 'file', 'Svešs', {}, present), meeting)
  const speaker = await youngSpeaker(db, project, await firstSlot(db, meeting))
  await publishedLink({ db, project, owner }, meeting, present, 'Svešs')
  await publishedLink({ db, project, owner }, null, present, 'Svešs')
  await draftIn({ db, project, kickoff: meeting, owner }, {}, present)
  await addPhoto(db, meeting)
  const call = await openCall(db, project, meeting, owner, {}, present)
  await bring(db, call, { story: { title: 'Sveša' }, email: 'other@example.com' }, 'hand-in', present)
  const { id: story } = await storyCalled(db, 'Sveša')
  const known = {
    colleague: owner.id,
    token: 'none',
    child: 'none',
    speaker: speaker.id,
    guardian: 'none',
    handsIn: 'none',
    feed: 'none',
    news: 'none',
    ...(await dialogueIn({ db, project }, 'Svešs', owner, present)),
    survey: 'none',
    story,
  }
  return await idsOf(db, { project, meeting, ...known })
}
