import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { speakersPage } from '../../views/speakers/list.ts'
import { slotsOf } from '../agenda/queries.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { isOver } from '../meetings/status.ts'
import { addToSlot } from './add-to-slot.ts'
import { newcomerForm } from './forms.ts'
import { inviteAll } from './invite.ts'
import { lacks, listSpeakers, lookOf } from './list.ts'
import { knownTo } from './own-speaker.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: Record<string, unknown> }

const list = '/organise/:project/:meeting/speakers'

/** Everybody who speaks at a meeting: a table that organisers work in. */
export function speakerListRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const { slot } = request.query
    const typed = { once: randomUUID(), ...(typeof slot === 'string' ? { slot: slot.slice(0, 60) } : {}) }
    return reply.page(await page(request, blankForm(typed)))
  })

  app.post<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const [slots, known] = [await slotsOf(db, meeting), await knownTo(db, request, { project, meeting })]
    const form = readForm(newcomerForm(slots, known), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    await addToSlot(db, project, meeting, form.values, by, now())
    return reply.done(paths.speakers(project, meeting))
  })

  app.post<Address>(`${list}/invite`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    await inviteAll(db, { project, meeting }, by, now())
    return reply.done(paths.speakers(project, meeting))
  })

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting } = await ownMeeting(db, request)
    const look = lookOf(request.query)
    const view = {
      ...{ project, meeting, look, lacks },
      list: await listSpeakers(db, meeting, look),
      slots: await slotsOf(db, meeting),
      known: await knownTo(db, request, { project, meeting }),
      over: isOver(meeting, now()),
    }
    return speakersPage(sayTo(request), view, form)
  }
}
