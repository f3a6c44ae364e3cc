import { eq, exists, given } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Letter, Registration } from '../../../db/schema.ts'
import { meetings, projects, questions, registrations, workshops } from '../../../db/schema.ts'
import type { QuestionsTold, Told, WorkshopsTold } from '../../../views/letters/told.ts'
import { paths } from '../../../views/paths.ts'
import { daysOf } from '../../meetings/queries.ts'
import { ownQuestions } from '../../questions/own.ts'
import { chosenBy } from '../../workshops/chosen.ts'
import { forgottenAt } from '../forgotten-at.ts'
import { keepsPlaces } from '../places/seats.ts'
import { type Held, live, queuePosition, registrationsOfAddress } from '../queries.ts'
import { replyTokenOf } from '../reply-token.ts'
import { beforeOf } from './before.ts'

/** What a letter about a registration is written from; null once its secret link or its registration is gone. */
export async function toldOf(db: Reads, letter: Letter, publicUrl: string): Promise<Told | null> {
  if (!letter.registrationId || !letter.token) return null
  const [found] = await prepared(db, withProject).execute({ registration: letter.registrationId })
  if (!found) return null
  const { project, meeting, registration } = found
  return {
    project,
    meeting,
    registration: { ...registration, replyToken: await replyTokenOf(db, registration) },
    days: await daysOf(db, meeting),
    position: await queuePosition(db, registration),
    keepsPlaces: registration.status === 'waiting' && (await keepsPlaces(db, meeting)),
    before: beforeOf(letter.facts),
    sizeBefore: sizeBefore(letter.facts, registration),
    was: wasOf(letter.facts),
    byCalendar: letter.facts.because === 'calendar',
    isErased: letter.facts.because === 'guardian',
    inCalendar: letter.kind === 'left' ? await hasGone(db, letter, found) : registration.status === 'confirmed',
    forgottenAt: forgottenAt(meeting),
    manageUrl: publicUrl + paths.mine(letter.token),
    workshops: await workshopsOf(db, found, publicUrl + paths.mineWorkshops(letter.token)),
    questions: await questionsTo(db, found, publicUrl + paths.mineQuestions(letter.token)),
    publicUrl,
  }
}

/** Whoever comes with another class still has the one entry of the meeting. */
async function hasGone(db: Reads, { facts, recipient }: Letter, { meeting }: Omit<Held, 'project'>): Promise<boolean> {
  if (facts.was !== 'confirmed') return false
  const others = await registrationsOfAddress(db, meeting, recipient.toLowerCase())
  return !others.some(({ status }) => status === 'confirmed')
}

/** Most meetings have neither workshops nor questions: whether they do is asked along, for less than finding none costs. */
const withProject = (db: Reads) =>
  db
    .select({
      ...{ project: projects, meeting: meetings, registration: registrations },
      ...{ hasWorkshops: anyOfMeeting(db, workshops), hasQuestions: anyOfMeeting(db, questions) },
    })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(registrations.id, given('registration')))

function anyOfMeeting(db: Reads, table: typeof workshops | typeof questions) {
  const { meetingId } = table
  return exists(db.select({ meetingId }).from(table).where(eq(meetingId, meetings.id))).mapWith(Boolean)
}

type HeldAndAsked = Omit<Held, 'project'> & { hasQuestions: boolean; hasWorkshops: boolean }

async function questionsTo(db: Reads, found: HeldAndAsked, url: string): Promise<QuestionsTold> {
  if (!found.hasQuestions) return { open: 0, needed: 0, url }
  const { open } = await ownQuestions(db, found)
  return { open: open.length, needed: open.filter(({ question }) => question.required).length, url }
}

function wasOf({ was }: Record<string, string>): Told['was'] {
  return live.find((status) => status === was) ?? null
}

async function workshopsOf(
  db: Reads,
  { registration, hasWorkshops }: HeldAndAsked,
  url: string,
): Promise<WorkshopsTold> {
  if (!hasWorkshops) return { chosen: [], url: null }
  const { chosen, isChoice } = await chosenBy(db, registration)
  const told = chosen.map(({ slot: { title, startsAt }, status }) => ({ title, startsAt, status }))
  return { chosen: told, url: isChoice ? url : null }
}

function sizeBefore({ seats, adults }: Record<string, string>, { kind }: Registration) {
  return seats ? { kind, seats: Number(seats), adults: Number(adults) } : null
}
