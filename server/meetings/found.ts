import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import { projectOf } from '../access.ts'
import { notFound } from '../refusal.ts'
import { type Found, meetingOf } from './queries.ts'

/** The meeting in the address, drafts too, and its project; only on 'organiser' and 'owner' routes. */
export async function ownMeeting(db: Reads, request: FastifyRequest<{ Params: { meeting: string } }>): Promise<Found> {
  const project = projectOf(request)
  return { project, meeting: (await meetingOf(db, project, request.params.meeting)) ?? notFound() }
}
