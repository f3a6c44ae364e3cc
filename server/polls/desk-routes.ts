import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { pollsDeskPage } from '../../views/polls/desk.ts'
import { line } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { pollForm } from './forms.ts'
import { deletePoll, makePoll } from './make-poll.ts'
import { outcomeOf } from './outcome.ts'
import { pollIn, pollsOf } from './queries.ts'
import { closePoll, hideOutcome, openPoll, showOutcome, turnWord } from './run-poll.ts'
import { pollState } from './state.ts'

type Address = { Params: { project: string; meeting: string; poll: string } }

const list = '/organise/:project/:meeting/polls'
const access = { config: { access: 'moderator' } } as const
const deeds = { open: openPoll, close: closePoll, show: showOutcome, hide: hideOutcome, delete: deletePoll }

/** Where a moderator makes polls, opens and closes them, by phone if need be. */
export function pollDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, access, async (request, reply) =>
    reply.page(await page(request, blankForm({ kind: 'one', once: randomUUID() }))),
  )

  app.post<Address>(list, access, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(pollForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const { once, ...input } = form.values
    const poll = await makePoll(db, { project, meeting }, input, by, now(), once)
    return reply.done(`${paths.pollsDesk(project, meeting)}#poll-${poll.id}`)
  })

  for (const [deed, act] of Object.entries(deeds)) {
    app.post<Address>(`${list}/:poll/${deed}`, access, async (request, reply) => {
      const { project, meeting, by } = await ownMeeting(db, request)
      const poll = (await pollIn(db, meeting, request.params.poll)) ?? notFound()
      await act(db, { project, meeting }, poll, by, now())
      return reply.done(`${paths.pollsDesk(project, meeting)}#poll-${poll.id}`)
    })
  }

  app.post<Address>(`${list}/:poll/word`, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const poll = (await pollIn(db, meeting, request.params.poll)) ?? notFound()
    const form = readForm(z.object({ word: line(60) }), request.body)
    if (form.values) await turnWord(db, { project, meeting }, poll, form.values.word)
    return reply.done(`${paths.pollsDesk(project, meeting)}#poll-${poll.id}`)
  })

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting } = await ownMeeting(db, request)
    const polls = (await pollsOf(db, meeting)).map(({ poll, votes }) => {
      return { poll, state: pollState(poll), outcome: outcomeOf(poll, votes) }
    })
    return pollsDeskPage(sayTo(request), { project, meeting, polls }, form)
  }
}
