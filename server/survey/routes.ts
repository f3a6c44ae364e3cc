import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { surveyPage, thanksPage } from '../../views/survey/page.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { answerSurvey } from './answer-survey.ts'
import { surveyForm } from './form.ts'
import { surveyHeldBy } from './queries.ts'
import { toldStories } from './told-stories.ts'

type Address = { Params: { survey: string } }

const access = { config: { access: 'link' } } as const

/** How it was: asked of those who came, by a link of their own. */
export function surveyRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/survey/:survey', access, async (request, reply) => {
    const { asked, stories, token } = await held(request)
    if (asked.isAnswered) return reply.page(thanksPage(sayTo(request), asked))
    return reply.page(surveyPage(sayTo(request), { ...asked, stories, token }, blankForm()))
  })

  app.post<Address>('/survey/:survey', access, async (request, reply) => {
    const { asked, stories, token } = await held(request)
    const form = readForm(surveyForm, request.body)
    if (form.problems && !asked.isAnswered)
      return reply.code(422).page(surveyPage(sayTo(request), { ...asked, stories, token }, form))
    if (form.values) {
      const known = stories.map(({ id }) => [id, form.values.stories[id] ?? ''])
      await answerSurvey(db, asked, token, { ...form.values, stories: Object.fromEntries(known) }, now())
    }
    return reply.done(paths.survey(token))
  })

  async function held({ params: { survey: token } }: FastifyRequest<Address>) {
    const asked = (await surveyHeldBy(db, token, now())) ?? notFound()
    if (!asked.meeting.surveys && !asked.isAnswered) notFound()
    return { asked, token, stories: await toldStories(db, asked.meeting) }
  }
}
