import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import type { Letter, Meeting } from '../../db/schema.ts'
import { mayOf, projectOf } from '../access.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { letterOf } from './queries.ts'

/** The letter in the address, as far as whoever asks may read it. */
export async function ownLetter(db: Reads, request: FastifyRequest<{ Params: { letter: string } }>): Promise<Letter> {
  const letter = (await letterOf(db, projectOf(request), request.params.letter)) ?? notFound()
  return mayRead(request, letter) ? letter : notFound()
}

export function mayRead(request: FastifyRequest, { meetingId }: Pick<Letter, 'meetingId'>): boolean {
  return mayOf(request)('organiser', meetingId ? { id: meetingId } : null)
}

/** The meetings whose letters they may read; `only` those, where it is not the whole project's. */
export async function meetingsWithinReach(
  db: Reads,
  request: FastifyRequest,
): Promise<{ meetings: Meeting[]; only: string[] | null }> {
  const may = mayOf(request)
  const meetings = (await meetingsOf(db, projectOf(request))).filter((meeting) => may('organiser', meeting))
  return { meetings, only: may('organiser') ? null : meetings.map(({ id }) => id) }
}
