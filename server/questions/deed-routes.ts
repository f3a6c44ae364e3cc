import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { questionInAddress } from './in-address.ts'
import { moveQuestion } from './move-question.ts'
import { bringBackQuestion, deleteQuestion, retireQuestion } from './retire-question.ts'

type Address = { Params: { meeting: string; question: string } }

const one = '/organise/:project/:meeting/questions/:question'
const access = { config: { access: 'organiser' } } as const

/** What organisers do with a question that is there, beside saying it otherwise. */
export function questionDeedRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const to of ['up', 'down'] as const) {
    app.post<Address>(`${one}/${to}`, access, async (request, reply) => {
      const { own, by, ...where } = await questionInAddress(db, request)
      await moveQuestion(db, where, own.question, to, by, now())
      return reply.done(paths.questions(where.project, where.meeting))
    })
  }

  for (const [deed, act] of [
    ['retire', retireQuestion],
    ['bring-back', bringBackQuestion],
    ['delete', deleteQuestion],
  ] as const) {
    app.post<Address>(`${one}/${deed}`, access, async (request, reply) => {
      const { own, by, ...where } = await questionInAddress(db, request)
      await act(db, where, own.question, by, now())
      return reply.done(paths.questions(where.project, where.meeting))
    })
  }
}
