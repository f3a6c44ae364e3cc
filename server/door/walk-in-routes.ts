import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { walkInPage } from '../../views/door/walk-in.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm, type Typed } from '../forms.ts'
import { askedOn } from '../guardianships/asks-on.ts'
import { furtherOf } from '../guardianships/further.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import type { Found } from '../meetings/queries.ts'
import { askedAt } from '../registrations/asked.ts'
import { closedDoor } from '../registrations/door.ts'
import { hasRoom, standing } from '../registrations/places/standing.ts'
import { letIn } from './let-in.ts'
import { walkInForm } from './walk-in-form.ts'

type Address = { Params: { project: string; meeting: string } }

const walkIn = '/organise/:project/:meeting/door/walk-in'
const access = { config: { access: 'door' } } as const

/** Whoever comes and is on no list. */
export function walkInRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(walkIn, access, async (request, reply) => {
    const view = await walkInView(await ownMeeting(db, request))
    return reply.page(walkInPage(sayTo(request), view, blankForm({ once: randomUUID() })))
  })

  app.post<Address>(`${walkIn}/further`, access, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body)
    const view = await walkInView(await ownMeeting(db, request), typed)
    return reply.page(walkInPage(sayTo(request), view, blankForm(typed)))
  })

  app.post<Address>(walkIn, access, async (request, reply) => {
    const say = sayTo(request)
    const { by, ...found } = await ownMeeting(db, request)
    const form = readForm(walkInForm(await askedAt(db, found, now()), say.locale), request.body)
    if (form.problems) {
      const { state, asksOn, code } = askedOn(form)
      const view = { ...(await walkInView(found, form.typed)), asksOn }
      return reply.code(code).page(walkInPage(say, view, state))
    }
    const registration = await letIn(db, found, { ...form.values, photosLocale: say.locale }, by, now())
    return reply.done(paths.door(found.project, found.meeting, { only: registration.id }))
  })

  async function walkInView(found: Found, typed: Typed = {}) {
    const { groups, age, photosText } = await askedAt(db, found, now())
    const further = age && { ...furtherOf(age, typed), project: found.project, text: photosText }
    const closed = closedDoor(found.meeting, now())
    const shut = closed === 'not-yet' || closed === 'closed' ? null : closed
    const isFull = !hasRoom(await standing(db, found.meeting))
    return { ...found, groups, further, shut, isFull, asksOn: false }
  }
}
