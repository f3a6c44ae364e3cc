import { eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type GuardianConsent, type Meeting, type Speaker, slides, slots, speakers } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import { guardianAnswers } from '../guardians/queries.ts'
import { type GuardianStanding, guardianStanding } from '../guardians/rules.ts'
import { type Appearance, appearancesIn } from './appearances.ts'

/** What a list of speakers is narrowed to: those of whom something is missing. */
export const lacks = [
  'address',
  'invitation',
  'answer',
  'confirmation',
  'replacement',
  'guardian',
  'slides',
  'about',
] as const
export type Lack = (typeof lacks)[number]

/** How an organiser looks at the list; it lives in the address, so that it can be bookmarked and sent. */
export type Look = { search: string; missing: Lack | null }

export type Listed = {
  speaker: Speaker
  parts: Appearance[]
  /** Null for those of age. */
  guardian: GuardianStanding | null
  /** Null where none are asked for. */
  slides: 'missing' | 'there' | null
  lacks: Lack[]
  /** Somebody else of the meeting is called the same. */
  hasNamesake: boolean
}

export type List = { rows: Listed[]; all: number; invitable: number; unconfirmed: number; counts: Record<Lack, number> }

export function lookOf(query: Record<string, unknown>): Look {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 200).trim() : '')
  return { search: text('search'), missing: lacks.find((lack) => lack === text('missing')) ?? null }
}

/** Everybody who speaks at a meeting, in the order of their turn. As many queries, however many they are. */
export async function listSpeakers(db: Reads, meeting: Meeting, look: Look): Promise<List> {
  const all = await everybody(db, meeting)
  const rows = all.filter((row) => (!look.missing || row.lacks.includes(look.missing)) && mentions(row, look.search))
  const parts = all.flatMap((row) => row.parts.map(({ standing }) => ({ standing, email: row.speaker.email })))
  const count = (lack: Lack) => all.filter((row) => row.lacks.includes(lack)).length
  return {
    rows,
    all: all.length,
    invitable: parts.filter(({ standing, email }) => standing === 'planned' && email !== null).length,
    unconfirmed: all.filter(isUnconfirmed).length,
    counts: Object.fromEntries(lacks.map((lack) => [lack, count(lack)])) as Record<Lack, number>,
  }
}

async function everybody(db: Reads, meeting: Meeting): Promise<Listed[]> {
  const parts = Map.groupBy(await appearancesIn(db, meeting), ({ speakerId }) => speakerId)
  const known = await db
    .select()
    .from(speakers)
    .where(inArray(speakers.id, [...parts.keys()]))
  const answers = await guardianAnswers(db, meeting)
  const handedIn = await slotsWithSlides(db, meeting)
  return [...parts].flatMap(([id, its]) => {
    const speaker = known.find((one) => one.id === id)
    if (!speaker) return []
    const hasNamesake = known.some((other) => other.id !== id && folded(other.name) === folded(speaker.name))
    return [listed(speaker, its, answers.get(id) ?? [], handedIn, hasNamesake)]
  })
}

function listed(
  speaker: Speaker,
  parts: Appearance[],
  answers: readonly GuardianConsent[],
  handedIn: ReadonlySet<string>,
  hasNamesake: boolean,
): Listed {
  const asked = parts.filter(({ slot, standing }) => slot.slidesWanted && standing !== 'declined')
  const isMissing = asked.some(({ slotId }) => !handedIn.has(slotId))
  const row = {
    ...{ speaker, parts, hasNamesake },
    guardian: speaker.minor ? guardianStanding(answers) : null,
    slides: asked.length === 0 ? null : isMissing ? ('missing' as const) : ('there' as const),
  }
  return { ...row, lacks: lacks.filter((lack) => isLacking[lack](row)) }
}

const isLacking: Record<Lack, (row: Omit<Listed, 'lacks'>) => boolean> = {
  address: ({ speaker }) => speaker.email === null,
  invitation: ({ speaker, parts }) => speaker.email !== null && parts.some(({ standing }) => standing === 'planned'),
  answer: ({ parts }) => parts.some(({ standing }) => standing === 'invited'),
  confirmation: ({ parts }) => parts.some(({ standing }) => standing === 'accepted'),
  replacement: ({ parts }) => parts.some(({ standing }) => standing === 'declined'),
  guardian: ({ guardian }) => guardian !== null && guardian !== 'agreed' && guardian !== 'name-only',
  slides: (row) => row.slides === 'missing',
  about: ({ speaker }) => speaker.pictureId === null || !Object.values(speaker.bio).some(Boolean),
}

function isUnconfirmed({ parts }: Pick<Listed, 'parts'>): boolean {
  return parts.some(({ standing }) => standing !== 'confirmed' && standing !== 'declined')
}

async function slotsWithSlides(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ slotId: slides.slotId })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
    .where(eq(slots.meetingId, meeting.id))
  return new Set(rows.map(({ slotId }) => slotId))
}

function mentions({ speaker }: Listed, search: string): boolean {
  return folded(`${speaker.name} ${speaker.email ?? ''}`).includes(folded(search))
}
