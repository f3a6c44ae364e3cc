import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { questionsPage } from '../../views/questions/desk.ts'
import { questionPage } from '../../views/questions/editor.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { addQuestion } from './add-question.ts'
import { editQuestion } from './edit-question.ts'
import { questionInAddress, questionsInAddress } from './in-address.ts'
import { kinds } from './kinds.ts'
import { readers } from './may-read.ts'
import { canMove } from './move-question.ts'
import { hangingOn, type Own } from './objections.ts'
import { questionForm } from './question-form.ts'
import { typedQuestion } from './typed.ts'

type Address = { Params: { meeting: string }; Querystring: { kind?: string } }
type OneAddress = { Params: { meeting: string; question: string }; Querystring: { kind?: string } }

const list = '/organise/:project/:meeting/questions'
const access = { config: { access: 'organiser' } } as const
const suggested = { asked: 'at-sign-up', 'visibleTo.organiser': 'yes' }

/** Where organisers say what else those who come are asked. */
export function questionDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, access, async (request, reply) => {
    const { project, meeting, all, answered } = await questionsInAddress(db, request)
    const listed = all.map((asked) => ({
      ...asked,
      people: answered.get(asked.question.id) ?? 0,
      hanging: hangingOn(all, asked.question),
      up: canMove(all, asked.question.id, 'up'),
      down: canMove(all, asked.question.id, 'down'),
    }))
    return reply.page(questionsPage(sayTo(request), { project, meeting, listed, kinds }))
  })

  app.get<Address>(`${list}/new`, access, async (request, reply) => {
    return reply.page(await editor(request, kindIn(request), null, blankForm({ ...suggested, once: randomUUID() })))
  })

  app.post<Address>(list, access, async (request, reply) => {
    const { by, ...where } = await questionsInAddress(db, request)
    const kind = kindIn(request)
    const form = readForm(questionForm(where, kind, null), request.body)
    if (form.problems) return reply.code(422).page(await editor(request, kind, null, form))
    await addQuestion(db, where, kind, form.values.input, by, now(), form.values.once)
    return reply.done(paths.questions(where.project, where.meeting))
  })

  app.get<OneAddress>(`${list}/:question`, access, async (request, reply) => {
    const { own } = await questionInAddress(db, request)
    return reply.page(await editor(request, own.question.kind, own, blankForm(typedQuestion(own))))
  })

  app.post<OneAddress>(`${list}/:question`, access, async (request, reply) => {
    const { own, by, ...where } = await questionInAddress(db, request)
    const form = readForm(questionForm(where, own.question.kind, own), request.body)
    if (form.problems) return reply.code(422).page(await editor(request, own.question.kind, own, form))
    await editQuestion(db, where, own.question, form.values.input, by, now())
    return reply.done(paths.questions(where.project, where.meeting))
  })

  async function editor(
    request: FastifyRequest<Address>,
    kind: (typeof kinds)[number],
    own: Own | null,
    form: Pick<Form<unknown>, 'typed' | 'problems'>,
  ) {
    const { project, meeting, all } = await questionsInAddress(db, request)
    const place = own ? all.findIndex(({ question }) => question.id === own.question.id) : all.length
    const earlier = all.slice(0, place).filter(({ question }) => !question.retiredAt)
    return questionPage(sayTo(request), { project, meeting, kind, own, earlier, readers }, form)
  }
}

function kindIn({ query }: FastifyRequest<Address>) {
  return kinds.find((kind) => kind === query.kind) ?? 'text'
}
