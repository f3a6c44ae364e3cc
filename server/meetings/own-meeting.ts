import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organiserOf, projectOf } from '../access.ts'
import { notFound } from '../refusal.ts'
import { type Found, meetingOf } from './queries.ts'

/** The meeting in the address, drafts too, its project, and who asks; only on 'organiser' and 'owner' routes. */
export async function ownMeeting(
  db: Reads,
  request: FastifyRequest<{ Params: { meeting: string } }>,
): Promise<Found & { by: Organiser }> {
  const project = projectOf(request)
  const meeting = (await meetingOf(db, project, request.params.meeting)) ?? notFound()
  return { project, meeting, by: organiserOf(request) }
}
