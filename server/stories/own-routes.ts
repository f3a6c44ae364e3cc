import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { invitedPage } from '../../views/stories/invited.ts'
import { type OwnView, ownStoryPage } from '../../views/stories/own.ts'
import { usualMinutes } from '../agenda/session-types.ts'
import { blankForm, type Form, readForm, type Typed, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { callState, zoneOf } from './call-state.ts'
import { hasJoined, isProposer, isWritable, writtenBy } from './held.ts'
import { inviteCoSpeakers } from './invite-co-speakers.ts'
import { decline, join } from './join.ts'
import { type StoryHeld, slotOfStory, speakersOfStory, storyHeldBy } from './queries.ts'
import { asked } from './questions.ts'
import { revisionOf } from './revision.ts'
import { coSpeakersForm, type Deed, storyForm, tellerForm } from './story-form.ts'
import { typedStory, typedTeller } from './typed.ts'
import { withdraw } from './withdraw.ts'
import { writeStory } from './write-story.ts'

type Address = { Params: { token: string } }
const own = '/story/:token'

/** What the holder of a story's link sees and does. Opening the link changes nothing: mail scanners open links too. */
export function ownStoryRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(own, { config: { access: 'link' } }, async (request, reply) => {
    const held = await heldIn(request)
    return reply.page(await page(request, held, blankForm(typedIn(held))))
  })

  for (const deed of ['save', 'hand-in'] as const)
    app.post<Address>(`${own}/${deed}`, { config: { access: 'link' } }, async (request, reply) => {
      const held = await heldIn(request)
      const form = readForm(storyForm(held.call, held.story, held.me.email, wholeness(held, deed)), request.body)
      if (form.problems) return reply.code(422).page(await page(request, held, form))
      const written = await writeStory(db, held, form.values, deed, now())
      if (written === 'overtaken') return reply.code(409).page(await overtaken(request, form))
      return reply.done(paths.story(request.params.token))
    })

  app.post<Address>(`${own}/invite`, { config: { access: 'link' } }, async (request, reply) => {
    const held = await heldIn(request)
    const form = readForm(coSpeakersForm(), request.body)
    if (form.problems) {
      const typed = { ...typedIn(held), ...form.typed }
      return reply.code(422).page(await page(request, held, { ...form, typed }))
    }
    await inviteCoSpeakers(db, held, form.values.coSpeakers, now())
    return reply.done(`${paths.story(request.params.token)}#together`)
  })

  app.post<Address>(`${own}/join`, { config: { access: 'link' } }, async (request, reply) => {
    const held = await heldIn(request)
    const form = readForm(tellerForm(held.me.email), request.body)
    if (form.problems) return reply.code(422).page(await page(request, held, form))
    await join(db, held, form.values, now())
    return reply.done(paths.story(request.params.token))
  })

  app.post<Address>(`${own}/decline`, { config: { access: 'link' } }, async (request, reply) => {
    await decline(db, await heldIn(request), now())
    return reply.done(paths.story(request.params.token))
  })

  app.post<Address>(`${own}/withdraw`, { config: { access: 'link' } }, async (request, reply) => {
    await withdraw(db, await heldIn(request))
    return reply.done(paths.story(request.params.token))
  })

  async function heldIn(request: FastifyRequest<Address>): Promise<StoryHeld> {
    return (await storyHeldBy(db, request.params.token, now())) ?? notFound()
  }

  async function page(
    request: FastifyRequest<Address>,
    held: StoryHeld,
    form: Pick<Form<unknown>, 'typed' | 'problems'>,
  ) {
    const view = await viewOf(request, held)
    const isIn = hasJoined(held.me)
    return isIn ? ownStoryPage(sayTo(request), view, form) : invitedPage(sayTo(request), view, form)
  }

  /** What was typed stays in the form; sent once more, it stands for what somebody else wrote meanwhile, now seen. */
  async function overtaken(request: FastifyRequest<Address>, form: Form<unknown>) {
    const held = await heldIn(request)
    const typed = { ...form.typed, seen: revisionOf(writtenBy(held)) }
    const view = { ...(await viewOf(request, held)), theirs: held.story }
    return ownStoryPage(sayTo(request), view, withProblem({ ...form, typed }, 'theirs', 'story.overtaken'))
  }

  async function viewOf(request: FastifyRequest<Address>, held: StoryHeld): Promise<OwnView> {
    const types = [...new Set([...held.call.types, held.story.type])]
    return {
      ...held,
      token: request.params.token,
      state: callState(held, now()),
      zone: zoneOf(held),
      types: types.map((type) => ({ type, minutes: usualMinutes[type] })),
      questions: asked(held.call),
      people: await speakersOfStory(db, held.story),
      placed: await slotOfStory(db, held.story),
      isProposer: isProposer(held.me),
      isWritable: isWritable(held),
      theirs: null,
    }
  }
}

/** A story that is handed in stays whole, whoever goes on writing it. */
function wholeness({ story }: StoryHeld, deed: Deed): Deed {
  return story.status === 'handed-in' ? 'hand-in' : deed
}

function typedIn(held: StoryHeld): Typed {
  return { ...typedStory(held.story), ...typedTeller(held.me), seen: revisionOf(writtenBy(held)) }
}
