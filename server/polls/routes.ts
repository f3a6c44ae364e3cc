import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { pollsPage } from '../../views/polls/page.ts'
import { type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { knownVoter, voterOf } from '../room/voter.ts'
import { publicOutcome } from './outcome.ts'
import { pollIn, pollsInRoom } from './queries.ts'
import { takesVotes } from './state.ts'
import { voteForm, voteInPoll } from './vote-in-poll.ts'

type Address = { Params: { project: string; meeting: string; poll: string } }
type Tried = { poll: string; form: Pick<Form<unknown>, 'typed' | 'problems'> }

/** Where those in the room vote, without an account. */
export function pollRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const list = '/:project/:meeting/polls'

  app.get<Address>(list, { config: { access: 'anyone' } }, async (request, reply) =>
    reply.page(await page(request, null)),
  )

  app.post<Address>(
    `${list}/:poll`,
    { config: { access: 'anyone', rateLimit: atMost.votes } },
    async (request, reply) => {
      const found = (await publicMeeting(db, request.params)) ?? notFound()
      const poll = (await pollIn(db, found.meeting, request.params.poll)) ?? notFound()
      if (poll.openedAt === null) return notFound()
      const form = readForm(voteForm(poll), request.body)
      if (form.problems) return reply.code(422).page(await page(request, { poll: poll.id, form }))
      const voterHash = voterOf(request, reply, found.project, config)
      await voteInPoll(db, found, poll, { choices: form.values.choice, voterHash }, now())
      return reply.done(`${paths.polls(found.project, found.meeting)}#poll-${poll.id}`)
    },
  )

  async function page(request: FastifyRequest<Address>, tried: Tried | null) {
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const voterHash = knownVoter(request, found.project, config)
    const polls = (await pollsInRoom(db, found.meeting)).map(({ poll, votes }) => ({
      poll,
      isOpen: takesVotes(poll, found.meeting, now()),
      own: votes.find((vote) => vote.voterHash === voterHash)?.choices ?? [],
      outcome: publicOutcome(poll, votes),
    }))
    return pollsPage(sayTo(request), { ...found, polls }, tried)
  }
}
