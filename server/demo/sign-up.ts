import { randomUUID } from 'node:crypto'
import { type DemoQuestion, questions, workshop } from '../../db/demo/questions.ts'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { registrations, slots } from '../../db/schema.ts'
import { addQuestion } from '../questions/add-question.ts'
import type { QuestionInput } from '../questions/objections.ts'
import { setSignUp } from '../sign-up/settings.ts'
import { choose } from '../workshops/choose.ts'
import { setPlaces } from '../workshops/set-places.ts'

const plain = {
  approval: false,
  asksAge: false,
  asksEmergencyContact: false,
  guardianDays: 7,
  keepDays: 30,
  reserved: {},
}

/** The open meeting welcomes friends and classes, asks a little, and has a workshop with places of its own. */
export async function welcomeAll(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const settings = { friendsMost: 3, takesClasses: true, photoChannels: ['web', 'social'] as const }
  await setSignUp(db, project, meeting, { ...plain, ...settings, photoChannels: [...settings.photoChannels] }, by, now)
  const ids = questions.map(() => randomUUID())
  for (const [i, question] of questions.entries()) {
    await addQuestion(db, { project, meeting }, question.kind, inputOf(question, ids), by, now, ids[i])
  }
  for (const slot of await workshopsIn(db, meeting)) {
    await setPlaces(db, { project, meeting }, slot, workshop.places, by, now)
  }
}

/** For the report to the funder the first meetings asked how old people are. */
export async function askAges(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await setSignUp(
    db,
    project,
    meeting,
    { ...plain, asksAge: true, friendsMost: 0, takesClasses: false, photoChannels: [] },
    by,
    now,
  )
}

/** The draft is for the youngest too: their guardians are asked, and an organiser says yes to each of them. */
export async function welcomeChildren(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const settings = { ...plain, approval: true, asksAge: true, friendsMost: 0, takesClasses: true }
  await setSignUp(db, project, meeting, { ...settings, photoChannels: ['web', 'social', 'press', 'funder'] }, by, now)
}

/** More of the guests than it has places sign up for the workshop. */
export async function fillWorkshop(db: Database, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const [slot] = await workshopsIn(db, meeting)
  if (!slot) return
  const guests = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), eq(registrations.status, 'confirmed')))
    .orderBy(registrations.arrival)
    .limit(workshop.guests)
  for (const guest of guests) await choose(db, meeting, guest, slot.id, now)
}

async function workshopsIn(db: Database, meeting: Meeting) {
  return await db
    .select({ id: slots.id, title: slots.title })
    .from(slots)
    .where(and(eq(slots.meetingId, meeting.id), eq(slots.type, workshop.type)))
}

function inputOf({ kind, ...question }: DemoQuestion, ids: readonly string[]): QuestionInput {
  const usual = { required: false, hint: {}, options: [], visibleTo: ['organiser' as const], keepDays: null }
  const { onlyIf } = question
  const condition = onlyIf ? { questionId: ids[onlyIf.question] ?? '', answers: onlyIf.answers } : null
  return { ...usual, ...question, onlyIf: condition }
}
