import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { resultsPage } from '../../views/survey/results.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { reportedIn } from './queries.ts'
import { resultsOf } from './results.ts'
import { fewest } from './survey-questions.ts'
import { switchSurveys } from './switch-surveys.ts'

type Address = { Params: { meeting: string } }

const survey = '/organise/:project/:meeting/survey'
const access = { config: { access: 'organiser' } } as const

/** Whether those who came are asked, and what they said. */
export function surveyResultsRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(survey, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const slots = (await releasedAgenda(db, meeting))?.slots ?? []
    const reported = (await reportedIn(db, meeting)).map(({ text, slotId }) => {
      return { text, title: slots.find(({ id }) => id === slotId)?.title ?? null }
    })
    const view = { project, meeting, results: await resultsOf(db, meeting), reported, fewest }
    return reply.page(resultsPage(sayTo(request), view))
  })

  for (const to of ['on', 'off'] as const) {
    app.post<Address>(`${survey}/${to}`, access, async (request, reply) => {
      const { project, meeting, by } = await ownMeeting(db, request)
      await switchSurveys(db, { project, meeting }, to, by, now())
      return reply.done(paths.surveyResults(project, meeting))
    })
  }
}
