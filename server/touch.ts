import type { Project } from '../db/schema.ts'

const places = '/places'

/**
 * What a deed touches that only gives, takes or keeps places, with what hangs on them: rows of registrations, of what
 * those people said, chose and were sent. Nothing that anybody wrote, planned, set or published.
 */
export function placesOf({ id }: Pick<Project, 'id'>): string {
  return id + places
}

/** The project that was touched (or 'nothing', or 'everything'), and how much of it. */
export function touchIn(touched: string): { project: string; part: 'places' | 'all' } {
  if (!touched.endsWith(places)) return { project: touched, part: 'all' }
  return { project: touched.slice(0, -places.length), part: 'places' }
}
