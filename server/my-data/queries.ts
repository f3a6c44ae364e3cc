import { and, asc, count, eq, gt, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type AnswerFile,
  answerFiles,
  answers,
  type CheckIn,
  type Consent,
  checkIns,
  consents,
  type DoorStep,
  doorSteps,
  type Group,
  type Guardianship,
  groups,
  guardianships,
  type Letter,
  letters,
  manageLinks,
  type PlaceStep,
  photoPeople,
  placeSteps,
  type Question,
  questions,
  type Slot,
  slots,
  surveyLinks,
  type Wording,
  type WorkshopChoice,
  wordings,
  workshopChoices,
} from '../../db/schema.ts'
import { askedWith, type Own } from '../dialogue/remembered.ts'
import { type Named, participantsOf } from '../parties/queries.ts'
import { type AnswerValue, answerValue } from '../questions/answer-value.ts'
import type { Held } from '../registrations/queries.ts'
import { answersKeptUntil, keptUntil } from '../retention/kept-until.ts'
import { hashOf } from '../secrets.ts'

export type Answered = {
  question: Question
  wording: Wording
  value: AnswerValue
  at: Temporal.Instant
  until: Temporal.Instant
}

/** All that is kept about one registration. */
export type Everything = Held & {
  group: Group | null
  participants: Named[]
  answers: Answered[]
  /** Each goes with the answer that it is. */
  files: (AnswerFile & Pick<Answered, 'question' | 'until'>)[]
  consents: Consent[]
  guardianships: Guardianship[]
  /** The slot is absent when its workshop was taken out of the agenda. */
  workshops: { choice: WorkshopChoice; slot: Slot | null }[]
  steps: PlaceStep[]
  /** When somebody at the door saw them come; also those they brought. */
  checkIns: Pick<CheckIn, 'participantId' | 'at'>[]
  /** What the phones at the door told of it, one after the other. */
  door: Pick<DoorStep, 'participantId' | 'deed' | 'at' | 'device'>[]
  /** Photos in which they, or somebody they brought, are marked. */
  marked: { photoId: string; participantId: string | null }[]
  letters: Letter[]
  /** They were asked how it was, and have said so or not: what they said is not known. */
  asked: { answered: boolean }[]
  /** What was asked and proposed in the project with their address. */
  voices: Own[]
  /** How many links open it. */
  links: number
  /** When it is forgotten by itself; some answers go earlier. */
  until: Temporal.Instant
}

export async function everythingAbout(db: Reads, held: Held, now: Temporal.Instant): Promise<Everything> {
  const { project, meeting, registration } = held
  const { id } = registration
  const asked = await db.select().from(guardianships).where(eq(guardianships.registrationId, id))
  const steps = await db.select().from(placeSteps).where(eq(placeSteps.registrationId, id)).orderBy(placeSteps.number)
  return {
    ...held,
    steps,
    checkIns: await checkInsOf(db, registration),
    door: await doorStepsOf(db, registration),
    marked: await marksOf(db, registration),
    guardianships: asked,
    group: await groupOf(db, registration),
    participants: await participantsOf(db, registration),
    answers: await answersBy(db, held),
    files: await filesBy(db, held),
    consents: await db.select().from(consents).where(eq(consents.registrationId, id)).orderBy(asc(consents.at)),
    workshops: await workshopsOf(db, registration),
    letters: await lettersAbout(db, registration, asked),
    asked: await askedHow(db, registration),
    voices: await askedWith(db, project, registration.email),
    links: await linksTo(db, registration, now),
    until: keptUntil(registration, steps, meeting),
  }
}

/** Whether this secret leads somewhere, even if it has run out. */
export async function isLink(db: Reads, token: string): Promise<boolean> {
  const ofToken = eq(manageLinks.tokenHash, hashOf(token))
  const [row] = await db.select({ links: count() }).from(manageLinks).where(ofToken)
  return (row?.links ?? 0) > 0
}

async function groupOf(db: Reads, { groupId }: { groupId: string | null }): Promise<Group | null> {
  const [found] = await db
    .select()
    .from(groups)
    .where(eq(groups.id, groupId ?? ''))
  return found ?? null
}

async function answersBy(db: Reads, { meeting, registration }: Held): Promise<Answered[]> {
  const rows = await db
    .select({ answer: answers, question: questions, wording: wordings })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(wordings, eq(wordings.id, answers.wordingId))
    .where(eq(answers.registrationId, registration.id))
    .orderBy(asc(questions.position), asc(questions.id))
  return rows.map(({ answer, question, wording }) => {
    const [value, until] = [answerValue(answer), answersKeptUntil(question, meeting)]
    return { question, wording, value, at: answer.at, until }
  })
}

async function filesBy(db: Reads, { meeting, registration }: Held): Promise<Everything['files']> {
  const rows = await db
    .select({ file: answerFiles, question: questions })
    .from(answerFiles)
    .innerJoin(questions, eq(questions.id, answerFiles.questionId))
    .where(eq(answerFiles.registrationId, registration.id))
    .orderBy(answerFiles.at)
  return rows.map(({ file, question }) => ({ ...file, question, until: answersKeptUntil(question, meeting) }))
}

async function workshopsOf(db: Reads, { id }: { id: string }) {
  return await db
    .select({ choice: workshopChoices, slot: slots })
    .from(workshopChoices)
    .leftJoin(slots, eq(slots.id, workshopChoices.slotId))
    .where(eq(workshopChoices.registrationId, id))
    .orderBy(asc(workshopChoices.statusAt))
}

async function checkInsOf(db: Reads, { id }: { id: string }) {
  const { participantId, at, registrationId } = checkIns
  return await db.select({ participantId, at }).from(checkIns).where(eq(registrationId, id)).orderBy(asc(at))
}

async function doorStepsOf(db: Reads, { id }: { id: string }) {
  const { participantId, deed, at, device, registrationId } = doorSteps
  const told = db.select({ participantId, deed, at, device }).from(doorSteps)
  return await told.where(eq(registrationId, id)).orderBy(asc(at))
}

async function marksOf(db: Reads, { id }: { id: string }) {
  const { photoId, participantId, registrationId } = photoPeople
  return await db.select({ photoId, participantId }).from(photoPeople).where(eq(registrationId, id)).orderBy(photoId)
}

/** To themselves, and to their guardians. */
async function lettersAbout(db: Reads, { id }: { id: string }, asked: readonly { id: string }[]): Promise<Letter[]> {
  const guardians = asked.map((one) => one.id)
  return await db
    .select()
    .from(letters)
    .where(or(eq(letters.registrationId, id), inArray(letters.guardianshipId, guardians)))
    .orderBy(asc(letters.queuedAt))
}

async function askedHow(db: Reads, { id }: { id: string }): Promise<Everything['asked']> {
  const rows = await db.select().from(surveyLinks).where(eq(surveyLinks.registrationId, id))
  return rows.map(({ usedAt }) => ({ answered: usedAt !== null }))
}

async function linksTo(db: Reads, { id }: { id: string }, now: Temporal.Instant): Promise<number> {
  const [row] = await db
    .select({ links: count() })
    .from(manageLinks)
    .where(and(eq(manageLinks.registrationId, id), gt(manageLinks.expiresAt, now)))
  return row?.links ?? 0
}
