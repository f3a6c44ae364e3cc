import type { Counting, Project } from '../../db/schema.ts'

/** How a project counts, with what it leaves to us. */
export type Counts = Required<Counting>

const usual: Counts = { bands: [13, 16, 19, 26], participant: 'came', withAdults: false, smallest: 5 }

export function countingOf({ counting }: Pick<Project, 'counting'>): Counts {
  return { ...usual, ...counting }
}

/** `<13`, `13–15`, …, `26+`: by the age that somebody reaches in the year of the meeting. */
export function bandAt(age: number, { bands }: Pick<Counts, 'bands'>): string {
  const at = bands.findLastIndex((first) => age >= first)
  return nameOf(bands, at)
}

/** The youngest first; those that were counted by other rules before stay among them. */
export function bandsInOrder(bands: Iterable<string>): string[] {
  return [...new Set(bands)].sort((one, other) => firstAge(one) - firstAge(other) || one.localeCompare(other))
}

/** Below the age at which the last band begins. */
export function isYoung(band: string | null): boolean {
  return band !== null && !band.endsWith('+')
}

function nameOf(bands: readonly number[], at: number): string {
  const [first, next] = [bands[at], bands[at + 1]]
  if (first === undefined) return `<${bands[0]}`
  if (next === undefined) return `${first}+`
  return next === first + 1 ? String(first) : `${first}–${next - 1}`
}

function firstAge(band: string): number {
  return band.startsWith('<') ? -1 : Number.parseInt(band, 10)
}
