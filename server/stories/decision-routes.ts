import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Meeting } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { decisionPage } from '../../views/stories/decision.ts'
import { outcomePage } from '../../views/stories/outcome.ts'
import { type StoryView, storyPage } from '../../views/stories/story.ts'
import { mayOf, organiserOf, projectOf } from '../access.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound, Refusal } from '../refusal.ts'
import { acceptStories, landAgain } from './accept-stories.ts'
import { chosenOf } from './decide.ts'
import { type Chosen, decisionForm, landingForm, reviewForm } from './desk-forms.ts'
import { hasJoined } from './held.ts'
import { averageOf } from './list.ts'
import { deciderOf, freshCall, reviewsOf, slotOfStory, speakersOfStories, speakersOfStory, storyOf } from './queries.ts'
import { rejectStories } from './reject-stories.ts'
import { review } from './review.ts'
import { reached } from './tell.ts'

type Address = { Params: { project: string; story: string } }

const above = '/organise/:project/call'
const one = `${above}/stories/:story`

/** Reading a story, saying what one thinks of it, and deciding: one or many at once. */
export function storyDecisionRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(one, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    return reply.page(await page(request))
  })

  app.post<Address>(`${one}/review`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const { project, story } = await storyIn(request)
    const form = readForm(reviewForm(), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    await review(db, project, story, form.values, organiserOf(request), now())
    return reply.done(paths.storyRead(project, story))
  })

  app.post<Address>(`${one}/land`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const { project, story, meeting } = await storyIn(request)
    const form = readForm(landingForm(), request.body)
    const target = meeting ?? (await landingPlaces(request)).find(({ id }) => id === form.values?.meeting)
    if (target) await landAgain(db, { project, meeting: target }, story, organiserOf(request), now())
    return reply.done(paths.storyRead(project, story))
  })

  app.post<Address>(`${above}/decision`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const view = await decisionView(request, readForm(decisionForm(), request.body).values)
    return reply.page(decisionPage(sayTo(request), view, blankForm()))
  })

  app.post<Address>(`${above}/decide`, { config: { access: 'meeting-organiser' } }, async (request, reply) => {
    const by = organiserOf(request)
    const form = readForm(decisionForm(), request.body)
    const { project, call, meeting, meetings, ...view } = await decisionView(request, form.values)
    const { story, line, meeting: chosen, decision } = form.values ?? nothingChosen()
    const target = meeting ?? meetings.find(({ id }) => id === chosen)
    if (decision === 'accepted' && !target) {
      const missing = {
        typed: form.typed,
        problems: [{ field: 'meeting', key: 'problem.required' as const, values: {} }],
      }
      return reply.code(422).page(decisionPage(sayTo(request), { project, call, meeting, meetings, ...view }, missing))
    }
    const outcome =
      decision === 'accepted' && target
        ? await acceptStories(db, { project, meeting: target, call }, story, by, now())
        : await rejectStories(db, { project, call }, story, line, by, now())
    if (outcome.otherwise.length === 0) return reply.done(paths.stories(project, meeting))
    return reply.code(409).page(outcomePage(sayTo(request), { project, meeting, ...outcome }))
  })

  async function storyIn(request: FastifyRequest<Address>) {
    const found = (await storyOf(db, projectOf(request), request.params.story)) ?? notFound()
    return mayOf(request)('organiser', found.meeting) ? found : notFound()
  }

  /** Where an accepted story of a whole project's call can go. */
  async function landingPlaces(request: FastifyRequest): Promise<Meeting[]> {
    return (await meetingsOf(db, projectOf(request))).filter((meeting) => {
      return meeting.status !== 'cancelled' && !isOver(meeting, now()) && mayOf(request)('organiser', meeting)
    })
  }

  async function decisionView(request: FastifyRequest<Address>, chosen: Chosen | null) {
    const project = projectOf(request)
    const { call, story, decision } = chosen ?? nothingChosen()
    const found = (await freshCall(db, { id: call })) ?? notFound()
    if (found.project.id !== project.id || !mayOf(request)('organiser', found.meeting)) return notFound()
    const stories = await chosenOf(db, found.call, story)
    const open = stories.filter(({ status }) => status === 'handed-in')
    const people = Map.groupBy((await speakersOfStories(db, open)).filter(hasJoined), ({ storyId }) => storyId)
    const letters = [...people.values()].reduce((sum, tellers) => sum + reached(tellers).length, 0)
    const settled = stories.filter(({ status }) => status !== 'handed-in')
    return { ...found, decision, open, settled, letters, meetings: await landingPlaces(request) }
  }

  async function page(request: FastifyRequest<Address>, returned?: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const found = await storyIn(request)
    const [by, reviews] = [organiserOf(request), await reviewsOf(db, found.story)]
    const mine = reviews.find(({ organiserId }) => organiserId === by.id)
    const view: StoryView = {
      ...found,
      zone: found.meeting?.zone ?? found.project.zone,
      people: await speakersOfStory(db, found.story),
      reviews,
      average: averageOf(reviews),
      placed: await slotOfStory(db, found.story),
      meetings: await landingPlaces(request),
      decidedBy: await deciderOf(db, found.story),
    }
    const typed = { score: String(mine?.score ?? ''), comment: mine?.comment ?? '' }
    return storyPage(sayTo(request), view, returned ?? blankForm(typed))
  }
}

/** A form that none of our pages has sent. */
function nothingChosen(): never {
  throw new Refusal('decision.nothing', {}, 422)
}
