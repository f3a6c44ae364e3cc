import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { organiserOf, projectOf } from '../access.ts'
import { meetingOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'

export type Place = { project: Project; meeting: Meeting; by: Organiser }

/** The meeting in the address, of the project that the organiser belongs to. */
export async function placeOf(
  db: Reads,
  request: FastifyRequest<{ Params: { project: string; meeting: string } }>,
): Promise<Place> {
  const project = projectOf(request)
  const meeting = (await meetingOf(db, project, request.params.meeting)) ?? notFound()
  return { project, meeting, by: organiserOf(request) }
}
