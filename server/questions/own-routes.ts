import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { ownQuestionsPage } from '../../views/questions/own-page.ts'
import type { MessageKey } from '../../views/say.ts'
import { limitsFor, megabyte, type Upload, withUpload } from '../files/receive.ts'
import { sendFile } from '../files/send-file.ts'
import { comingIn } from '../files/store.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { heldBy } from '../registrations/queries.ts'
import { hashOf } from '../secrets.ts'
import { answersForm } from './answer-form.ts'
import { answerQuestions } from './answer-questions.ts'
import { answerWithFile } from './answer-with-file.ts'
import { isClosed } from './is-closed.ts'
import { answeredEarlier, filesAsked, ownQuestions, typedAnswers } from './own.ts'
import { answerKey } from './store.ts'

type Link = { Params: { token: string } }
type OwnFile = { Params: { token: string; question: string } }

export const mostMegabytes = 10
const fileSize = mostMegabytes * megabyte
const access = { config: { access: 'link' } } as const

/** What the holder of a manage link is asked, and answers, now or later. */
export function ownQuestionRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<Link>('/mine/:token/questions', access, async (request, reply) => {
    const own = await ownView(house, request)
    return reply.page(ownQuestionsPage(sayTo(request), own, blankForm(typedAnswers(own))))
  })

  app.post<Link>('/mine/:token/questions', access, async (request, reply) => {
    const own = await ownView(house, request)
    const form = readForm(answersForm(own.asked, { before: own.answers, seats: own.seats }), request.body)
    if (form.problems) return reply.code(422).page(ownQuestionsPage(sayTo(request), own, form))
    await answerQuestions(db, files, own, form.values.answers, now())
    return reply.done(paths.mineQuestions(request.params.token))
  })

  app.get<OwnFile>('/mine/:token/questions/:question', access, async (request, reply) => {
    const { file } = await fileAsked(house, request)
    if (!file) return notFound()
    return await sendFile(request, reply, files, answerKey(file), { ...file, plainName: 'file' }, 'few')
  })

  app.post<OwnFile>('/mine/:token/questions/:question/remove', access, async (request, reply) => {
    const { own, question, wording } = await fileAsked(house, request)
    const takenBack = { questionId: question.id, wordingId: wording.id, value: null }
    await answerQuestions(db, files, own, [takenBack], now())
    return reply.done(paths.mineQuestions(request.params.token))
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: limitsFor(fileSize), throwFileSizeLimit: false })
    uploadRoute(uploads, house)
  })
}

function uploadRoute(app: FastifyInstance, house: House): void {
  const { db, files, now } = house
  app.post<OwnFile>('/mine/:token/questions/:question', access, async (request, reply) => {
    const { own, question } = await fileAsked(house, request)
    const take = async ({ file, tooBig }: Upload): Promise<MessageKey | null> => {
      if (tooBig) return 'questions.problem-size'
      return file ? await answerWithFile(db, files, own, question, file, now()) : 'problem.required'
    }
    const sender = hashOf(request.params.token)
    const problem = await withUpload(request, { folder: comingIn(files, 'answers'), sender, fileSize }, take)
    if (!problem) return reply.done(paths.mineQuestions(request.params.token))
    return reply.code(422).page(ownQuestionsPage(sayTo(request), own, wrong(typedAnswers(own), question, problem)))
  })
}

function wrong(typed: Form<never>['typed'], { id }: { id: string }, key: MessageKey): Form<never> {
  return { typed, problems: [{ field: `file.${id}`, key, values: { most: mostMegabytes } }], values: null }
}

async function fileAsked(house: House, request: FastifyRequest<OwnFile>) {
  const own = await ownView(house, request)
  const found = own.files.find(({ question }) => question.id === request.params.question) ?? notFound()
  return { own, ...found }
}

async function ownView({ db, now }: House, request: FastifyRequest<Link>) {
  const { token } = request.params
  const held = (await heldBy(db, token, now())) ?? notFound()
  const own = await ownQuestions(db, held)
  return {
    ...{ ...held, ...own, token, most: mostMegabytes },
    closed: isClosed(held.meeting, held.registration, now()),
    files: await filesAsked(db, held, own),
    earlier: answeredEarlier(own),
  }
}
