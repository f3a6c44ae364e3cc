import { desc, eq } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import {
  type Call,
  letters,
  type Meeting,
  type Organiser,
  type Project,
  type Story,
  type StorySpeaker,
  stories,
  storySpeakers,
} from '../../db/schema.ts'
import type { CallInput } from '../../server/stories/call-form.ts'
import { propose } from '../../server/stories/propose.ts'
import { setCall } from '../../server/stories/set-call.ts'
import type { Deed, Proposal, Teller, Told } from '../../server/stories/story-form.ts'
import { now } from '../world.ts'

export const days = (number: number) => ({ hours: 24 * number })

/** Open for two weeks, for stories and workshops. */
export function callInput(details: Partial<CallInput> = {}): CallInput {
  return {
    title: { lv: 'Atnes savu stāstu', en: 'Bring your story' },
    text: { lv: 'Meklējam **stāstus**.', en: 'We look for **stories**.' },
    opensAt: now,
    closesAt: now.add(days(14)),
    types: ['story', 'workshop'],
    questions: [],
    ...details,
  }
}

export async function openCall(
  db: Database,
  project: Project,
  meeting: Meeting | null,
  by: Organiser,
  details: Partial<CallInput> = {},
  at = now,
): Promise<Call> {
  return await setCall(db, project, meeting, callInput(details), by, at)
}

export function told(details: Partial<Told> = {}): Told {
  const what = { title: 'Solyanka', abstract: 'A blog for everyone.', wishes: '', answers: {} }
  return { ...what, language: 'en', type: 'story', ...details }
}

export function teller(details: Partial<Teller> = {}): Teller {
  return { kind: 'person', name: 'Noor', bio: '', minor: false, guardianEmail: null, ...details }
}

export function proposal({ story, teller: who, ...rest }: Wanted = {}): Proposal {
  const from = { email: 'noor@example.org', locale: 'en' as const, coSpeakers: [] }
  return { ...from, ...rest, story: told(story), teller: teller(who) }
}

type Wanted = Partial<Omit<Proposal, 'story' | 'teller'>> & { story?: Partial<Told>; teller?: Partial<Teller> }

/** Brings a story, and gives back the link's secret. */
export async function bring(db: Database, call: Call, wanted: Wanted = {}, deed: Deed = 'hand-in', at = now) {
  const said = proposal(wanted)
  await propose(db, call, said, deed, at)
  return await tokenOf(db, said.email)
}

/** Out of the newest letter to that address. */
export async function tokenOf(db: Reads, email: string): Promise<string> {
  const [letter] = await db.select().from(letters).where(eq(letters.recipient, email)).orderBy(desc(letters.queuedAt))
  if (!letter?.token) throw new Error(`no letter to ${email}`)
  return letter.token
}

export async function storyCalled(db: Reads, title: string): Promise<Story> {
  const [story] = await db.select().from(stories).where(eq(stories.title, title))
  if (!story) throw new Error(`no story called ${title}`)
  return story
}

export async function peopleOf(db: Reads, story: Pick<Story, 'id'>): Promise<StorySpeaker[]> {
  return await db
    .select()
    .from(storySpeakers)
    .where(eq(storySpeakers.storyId, story.id))
    .orderBy(storySpeakers.position)
}
