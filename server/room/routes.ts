import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { roomPage } from '../../views/room/page.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { languageOf, sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { openPollIn } from '../polls/queries.ts'
import { takesVotes } from '../polls/state.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { ask } from './ask.ts'
import { askForm } from './ask-form.ts'
import { isRoomOpen } from './is-open.ts'
import { askedIn } from './queries.ts'
import { vote } from './vote.ts'
import { knownVoter, voterOf } from './voter.ts'

type Address = { Params: { project: string; meeting: string } }
type VoiceAddress = { Params: { project: string; meeting: string; voice: string } }
type State = Pick<Form<unknown>, 'typed' | 'problems'>

const room = '/:project/:meeting/room'

/** Where those in the room ask and vote, by phone and without an account. */
export function phoneRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>(room, { config: { access: 'anyone' } }, async (request, reply) =>
    reply.page(await page(request, blankForm())),
  )

  app.post<Address>(room, { config: { access: 'anyone', rateLimit: atMost.questions } }, async (request, reply) => {
    const found = await ownRoom(request)
    const form = readForm(askForm(found.agenda?.slots ?? [], await groupsOf(db, found.project)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const voterHash = voterOf(request, reply, found.project, config)
    await ask(db, found, form.values, { locale: languageOf(request), voterHash }, now())
    return reply.done(`${paths.room(found.project, found.meeting)}#own`)
  })

  app.post<VoiceAddress>(
    `${room}/:voice/vote`,
    { config: { access: 'anyone', rateLimit: atMost.votes } },
    async (request, reply) => {
      const found = await ownRoom(request)
      const { voice } = request.params
      await vote(db, found, voice, wishOf(request.body), voterOf(request, reply, found.project, config), now())
      return reply.done(`${paths.room(found.project, found.meeting)}#voice-${voice}`)
    },
  )

  async function page(request: FastifyRequest<Address>, form: State) {
    const found = await ownRoom(request)
    const voterHash = knownVoter(request, found.project, config)
    const asked = await askedIn(db, found.meeting, voterHash)
    const groups = await groupsOf(db, found.project)
    const open = await openPollIn(db, found.meeting)
    const poll = open && takesVotes(open, found.meeting, now()) ? open : null
    const isOpen = isRoomOpen(found.meeting, now())
    return roomPage(sayTo(request), { ...found, asked, voterHash, groups, isOpen, poll }, form)
  }

  async function ownRoom(request: FastifyRequest<Address>) {
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    return { ...found, agenda: await publicAgenda(db, found.project, found.meeting) }
  }
}

function wishOf(body: unknown): 'vote' | 'take-back' {
  return typeof body === 'object' && body !== null && 'wish' in body && body.wish === 'take-back' ? 'take-back' : 'vote'
}
