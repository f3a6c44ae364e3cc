import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { answeredIn, questionsOf } from './queries.ts'

/** The meeting in the address with all its questions, and how many have answered each. */
export async function questionsInAddress(db: Reads, request: FastifyRequest<{ Params: { meeting: string } }>) {
  const where = await ownMeeting(db, request)
  const [all, answered] = [await questionsOf(db, where.meeting), await answeredIn(db, where.meeting)]
  return { ...where, all, answered }
}

/** The question in the address, among the others of its meeting. */
export async function questionInAddress(
  db: Reads,
  request: FastifyRequest<{ Params: { meeting: string; question: string } }>,
) {
  const { answered, ...where } = await questionsInAddress(db, request)
  const own = where.all.find(({ question }) => question.id === request.params.question) ?? notFound()
  return { ...where, own: { ...own, isAnswered: answered.has(own.question.id) } }
}
