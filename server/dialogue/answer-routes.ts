import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Project } from '../../db/schema.ts'
import { itemPage } from '../../views/dialogue/item.ts'
import { ownItemsPage } from '../../views/dialogue/own.ts'
import { paths } from '../../views/paths.ts'
import { mayOf, organiserOf, projectOf } from '../access.ts'
import { promisesFor } from '../commitments/queries.ts'
import { choice, localisedText, neededText } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { typedText } from '../typed-text.ts'
import { keepAnswer, publishAnswer, takeBackAnswer } from './answer.ts'
import { type Item, todayIn } from './item.ts'
import { itemOf, itemsGivenTo } from './queries.ts'

type Address = { Params: { voice: string } }

const access = { config: { access: 'answerer' } } as const
const longest = 5000

/** Where answers are written: by whoever they were given to, and by organisers. */
export function answerRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get('/organise/:project/answers', access, async (request, reply) => {
    const project = projectOf(request)
    const items = await itemsGivenTo(db, project, organiserOf(request))
    return reply.page(ownItemsPage(sayTo(request), { project, items, today: todayIn(project, now()) }))
  })

  app.get<Address>('/organise/:project/answers/:voice', access, async (request, reply) => {
    const item = await ownItem(request)
    return reply.page(await page(request, item, blankForm(typedText('answer', item.voice.answer))))
  })

  app.post<Address>('/organise/:project/answers/:voice', access, async (request, reply) => {
    const [project, item] = [projectOf(request), await ownItem(request)]
    const isRead = deedOf(request.body) === 'publish' || item.voice.answeredAt !== null
    const form = readForm(answerForm(project, isRead ? neededText : localisedText), request.body)
    if (form.problems) return reply.code(422).page(await page(request, item, form))
    const { answer, deed } = form.values
    if (deed === 'publish') await publishAnswer(db, project, item.voice, answer, organiserOf(request), now())
    else await keepAnswer(db, project, item.voice, answer)
    return reply.done(paths.item(project, item.voice))
  })

  app.post<Address>('/organise/:project/answers/:voice/take-back', access, async (request, reply) => {
    const [project, { voice }] = [projectOf(request), await ownItem(request)]
    await takeBackAnswer(db, project, voice, organiserOf(request), now())
    return reply.done(paths.item(project, voice))
  })

  /** Organisers open every item; an answerer, only what is given to them. */
  async function ownItem(request: FastifyRequest<Address>): Promise<Item> {
    const item = (await itemOf(db, projectOf(request), request.params.voice)) ?? notFound()
    if (mayOf(request)('organiser')) return item
    const isTheirs = item.voice.status === 'shown' && item.voice.answererId === organiserOf(request).id
    return isTheirs ? item : notFound()
  }

  async function page(request: FastifyRequest, item: Item, answer: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const project = projectOf(request)
    const promises = await promisesFor(db, project, [item.voice.id])
    const seen = { project, item, promises, today: todayIn(project, now()), organises: mayOf(request)('organiser') }
    return itemPage(sayTo(request), seen, { answer, promise: blankForm({ once: randomUUID() }) })
  }
}

/** A draft may be empty, what everybody reads may not. */
function answerForm({ locales }: Project, text: typeof neededText) {
  return z.object({ answer: text(locales, longest, true), deed: choice(['keep', 'publish']) })
}

function deedOf(body: unknown): 'keep' | 'publish' {
  return typeof body === 'object' && body !== null && 'deed' in body && body.deed === 'publish' ? 'publish' : 'keep'
}
