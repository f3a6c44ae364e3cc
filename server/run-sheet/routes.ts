import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { runSheetPage } from '../../views/run-sheet/page.ts'
import { mayOf } from '../access.ts'
import { line, once, optionalLine, wholeNumber } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { addCue, removeCue, tickCue, untickCue } from './cues.ts'
import { cueIn, runSheet } from './queries.ts'

type Address = { Params: { project: string; meeting: string; cue: string } }

const sheet = '/organise/:project/:meeting/run-sheet'
const cueForm = z.object({
  slotId: line(60),
  offset: wholeNumber(-1440, 1440),
  text: line(200),
  who: optionalLine(80),
  once: once(),
})

/** The day, minute by minute, for the team. */
export function runSheetRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(sheet, { config: { access: 'moderator' } }, async (request, reply) => {
    return reply.page(await page(request, blankForm({ offset: '-5', once: randomUUID() })))
  })

  app.post<Address>(sheet, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const form = readForm(cueForm, request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const { once, ...input } = form.values
    await addCue(db, { project, meeting }, input, once)
    return reply.done(`${paths.runSheet(project, meeting)}#slot-${input.slotId}`)
  })

  const deeds = { done: tickCue, 'not-done': untickCue } as const
  for (const [deed, act] of Object.entries(deeds)) {
    app.post<Address>(`${sheet}/:cue/${deed}`, { config: { access: 'moderator' } }, async (request, reply) => {
      const { project, meeting } = await ownMeeting(db, request)
      const cue = (await cueIn(db, meeting, request.params.cue)) ?? notFound()
      await act(db, { project, meeting }, cue, now())
      return reply.done(`${paths.runSheet(project, meeting)}#slot-${cue.slotId}`)
    })
  }

  app.post<Address>(`${sheet}/:cue/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const cue = (await cueIn(db, meeting, request.params.cue)) ?? notFound()
    await removeCue(db, { project, meeting }, cue)
    return reply.done(`${paths.runSheet(project, meeting)}#slot-${cue.slotId}`)
  })

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting } = await ownMeeting(db, request)
    const mayPlan = mayOf(request)('organiser', meeting)
    return runSheetPage(
      sayTo(request),
      { project, meeting, ...(await runSheet(db, meeting)), mayPlan, now: now() },
      form,
    )
  }
}
