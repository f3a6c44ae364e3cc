import { and, count, desc, eq, inArray, max } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { history, type Meeting, meetings, type Project } from '../../db/schema.ts'
import { rememberedVoices } from '../dialogue/remembered.ts'
import { rememberedMaterials } from '../materials/forget.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { rememberedSlides } from '../slides/forget.ts'
import { rememberedSpeakers } from '../speakers/remembered.ts'
import { rememberedStories } from '../stories/forget.ts'
import { storyForgottenAt } from '../stories/forgotten-at.ts'
import { counts, type Kind, registered } from './counts.ts'
import { answersKeptUntil } from './kept-until.ts'

export type HeldKind = Kind | 'stories' | 'slides' | 'materials' | 'voices'

/** So many of a kind, the last of which go then. */
export type HeldRow = { kind: HeldKind; rows: number; until: Temporal.Instant }

export type HeldMeeting = {
  meeting: Meeting
  rows: HeldRow[]
  /** Counts, which stay: registrations, people, and those that are not known by name any more. */
  stays: { all: number; people: number; forgotten: number }
  /** When its people were forgotten by the clock. */
  wentAt: Temporal.Instant | null
  /** How many had themselves erased. */
  erased: number
}

export type HeldData = { meetings: HeldMeeting[]; project: HeldRow[]; speakers: Omit<HeldRow, 'kind'> | null }

/** What is still held in a project and until when: counted from the rows, each time. */
export async function heldIn(db: Reads, project: Project): Promise<HeldData> {
  const all = await db
    .select()
    .from(meetings)
    .where(eq(meetings.projectId, project.id))
    .orderBy(desc(meetings.startsAt))
  const rows = await rowsOf(db, project, all)
  const [stays, went] = [await registered(db, project), await past(db, project)]
  return {
    meetings: all.map((meeting) => ({
      meeting,
      rows: rows.filter((row) => row.meetingId === meeting.id),
      stays: staying(stays.find((one) => one.meetingId === meeting.id)),
      wentAt: went.find(is('registrations.forgotten', meeting))?.at ?? null,
      erased: went.find(is('registration.erased', meeting))?.times ?? 0,
    })),
    project: rows.filter(({ meetingId }) => meetingId === null),
    speakers: await speakersIn(db, project),
  }
}

function staying({ all, people, forgotten }: HeldMeeting['stays'] = { all: 0, people: 0, forgotten: 0 }) {
  return { all, people, forgotten }
}

type Row = HeldRow & { meetingId: string | null }

async function rowsOf(db: Reads, project: Project, all: readonly Meeting[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of Object.keys(counts) as Kind[]) {
    const ofKind = (await counts[kind](db, project)).flatMap(({ meetingId, rows: number, keepDays = null }) => {
      const meeting = all.find(({ id }) => id === meetingId)
      return meeting ? [{ kind, meetingId, rows: number, until: answersKeptUntil({ keepDays }, meeting) }] : []
    })
    rows.push(...ofKind.sort(latestFirst))
  }
  return [
    ...rows,
    ...(await storiesIn(db, all, project)),
    ...(await slidesIn(db, all)),
    ...(await materialsIn(db, all)),
    ...summed('voices', await rememberedVoices(db, project)),
  ]
}

async function storiesIn(db: Reads, all: readonly Meeting[], project: Project): Promise<Row[]> {
  const found = (await rememberedStories(db)).filter(({ call }) => call.projectId === project.id)
  const kept = found.map(({ story, call, meeting }) => {
    return { meetingId: meeting?.id ?? null, until: storyForgottenAt(story, call, meeting) }
  })
  return summed(
    'stories',
    kept.filter(({ meetingId }) => meetingId === null || all.some(({ id }) => id === meetingId)),
  )
}

async function slidesIn(db: Reads, all: readonly Meeting[]): Promise<Row[]> {
  const found = (await rememberedSlides(db)).filter(({ meeting }) => all.some(({ id }) => id === meeting.id))
  return summed(
    'slides',
    found.map(({ meeting }) => ({ meetingId: meeting.id, until: forgottenAt(meeting) })),
  )
}

async function materialsIn(db: Reads, all: readonly Meeting[]): Promise<Row[]> {
  const found = (await rememberedMaterials(db)).filter(({ meeting }) => all.some(({ id }) => id === meeting.id))
  return summed(
    'materials',
    found.map(({ meeting, until }) => ({ meetingId: meeting.id, until })),
  )
}

function summed(kind: HeldKind, kept: readonly Pick<Row, 'meetingId' | 'until'>[]): Row[] {
  const each = Map.groupBy(kept, ({ meetingId }) => meetingId)
  return [...each].map(([meetingId, its]) => ({ kind, meetingId, rows: its.length, until: last(its) }))
}

async function speakersIn(db: Reads, project: Project): Promise<HeldData['speakers']> {
  const known = (await rememberedSpeakers(db)).filter(({ projectId }) => projectId === project.id)
  return known.length > 0 ? { rows: known.length, until: last(known) } : null
}

function last(some: readonly { until: Temporal.Instant }[]): Temporal.Instant {
  const [first] = [...some].sort(latestFirst)
  return first?.until ?? Temporal.Instant.fromEpochMilliseconds(0)
}

function latestFirst(one: { until: Temporal.Instant }, other: { until: Temporal.Instant }): number {
  return Temporal.Instant.compare(other.until, one.until)
}

const deeds = ['registrations.forgotten', 'registration.erased']

async function past(db: Reads, project: Project) {
  return await db
    .select({ meetingId: history.meetingId, deed: history.deed, at: max(history.at), times: count() })
    .from(history)
    .where(and(eq(history.projectId, project.id), inArray(history.deed, deeds)))
    .groupBy(history.meetingId, history.deed)
}

function is(deed: string, meeting: { id: string }) {
  return (one: { meetingId: string | null; deed: string }) => one.meetingId === meeting.id && one.deed === deed
}
