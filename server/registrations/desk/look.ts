import type { PhotoChannel, Registration } from '../../../db/schema.ts'
import { photoChannels } from '../../consents/standing.ts'

export const statuses = [
  ...(['confirmed', 'offered', 'invited', 'held', 'requested', 'waiting'] as const),
  ...(['cancelled', 'lapsed', 'refused'] as const),
] as const
export const kinds = ['person', 'friends', 'class'] as const
export const ageBands = ['child', 'young', 'adult'] as const
export const sorts = ['arrival', 'newest', 'name', 'group', 'status', 'seats', 'age'] as const

/** How an organiser looks at the list; it lives in the address, so that it can be bookmarked and sent. */
export type Look = {
  search: string
  /** `live`: those who have a place or may get one; who has left is folded away. */
  status: 'live' | 'all' | Registration['status']
  group: string | null
  kind: Registration['kind'] | null
  age: Registration['ageBand']
  photos: Partial<Record<PhotoChannel, YesNo>>
  /** What was answered, by question: an option's id, `yes` or `no`. */
  answers: Record<string, string>
  workshop: string | null
  /** Whether they are known to have come. */
  came: YesNo | null
  sort: (typeof sorts)[number]
  page: number
  /** Names of columns; null until the reader chooses some. */
  columns: string[] | null
}

type YesNo = 'yes' | 'no'
export type Query = Record<string, string | string[] | undefined>

/** More than any list has, and a number that databases still count to. */
const mostPages = 100_000

export function lookOf(query: Query): Look {
  const text = (name: string) => single(query[name])
  return {
    search: text('search'),
    status: oneOf(['live', 'all', ...statuses], text('status')) ?? 'live',
    group: text('group') || null,
    kind: oneOf(kinds, text('kind')),
    age: oneOf(ageBands, text('age')),
    photos: Object.fromEntries(photoChannels.flatMap((channel) => photo(channel, text(`photo.${channel}`)))),
    answers: answersIn(query),
    workshop: text('workshop') || null,
    came: oneOf(['yes', 'no'], text('came')),
    sort: oneOf(sorts, text('sort')) ?? 'arrival',
    page: Math.min(mostPages, Math.max(1, Math.floor(Number(text('page'))) || 1)),
    columns: columnsIn(query),
  }
}

function oneOf<const T extends string>(all: readonly T[], text: string): T | null {
  return all.find((one) => one === text) ?? null
}

function photo(channel: PhotoChannel, text: string): [PhotoChannel, YesNo][] {
  const said = oneOf(['yes', 'no'], text)
  return said ? [[channel, said]] : []
}

function answersIn(query: Query): Record<string, string> {
  const asked = Object.keys(query).filter((name) => name.startsWith('answer.'))
  const given = asked.map((name) => [name.slice('answer.'.length), single(query[name])] as const)
  return Object.fromEntries(given.filter(([question, answer]) => question && answer).slice(0, 50))
}

/** As boxes ticked in a form, or in one word each, as our own links have them. */
function columnsIn(query: Query): string[] | null {
  const ticked = Object.keys(query).filter((name) => name.startsWith('show.'))
  if (query.show !== undefined) return ticked.map((name) => name.slice('show.'.length))
  return query.columns === undefined ? null : single(query.columns, 5000).split(' ').filter(Boolean)
}

/** Control characters are nothing that one searches for, and PostgreSQL refuses NUL. */
function single(value: string | string[] | undefined, most = 200): string {
  const text = Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
  return text
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, most)
    .trim()
}
