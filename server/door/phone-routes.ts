import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { time } from '../../views/when.ts'
import { seenAt } from '../check-ins/steps.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { Refusal } from '../refusal.ts'
import { headsOf } from './count-heads.ts'
import { phoneForm } from './phone-form.ts'
import { seenEarlier } from './seen-earlier.ts'
import { takeTold } from './take-told.ts'

type Address = { Params: { project: string; meeting: string } }

const door = '/organise/:project/:meeting/door'
const access = { config: { access: 'door' } } as const
const worker = readFileSync(new URL('../../public/worker.js', import.meta.url))

/** What the door's page tells and asks by script: see `public/js/door.js`. */
export function doorPhoneRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(`${door}/seen`, access, async (request) => await seen(request))

  app.post<Address>(`${door}/steps`, access, async (request) => {
    const { by, ...where } = await ownMeeting(db, request)
    const { values } = readForm(phoneForm, request.body)
    if (!values) throw new Refusal('refusal.malformed', {}, 422)
    await takeTold(db, where, values, by, now())
    return { ...(await seen(request)), earlier: await seenEarlier(db, where.meeting, values) }
  })

  /** Keeps the door's page for when there is no network; at the root, so that it may serve any door. */
  app.get('/worker.js', { config: { access: 'anyone' } }, async (_, reply) => {
    return reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(worker)
  })

  /** Who is in, in words, by the id of whoever registered or comes along: no names. */
  async function seen(request: FastifyRequest<Address>) {
    const { meeting } = await ownMeeting(db, request)
    const [say, all, heads] = [sayTo(request), await seenAt(db, meeting), await headsOf(db, meeting)]
    const people = all.size + [...heads.values()].reduce((sum, each) => sum + each, 0)
    return {
      there: say('door.there', { people }),
      seen: Object.fromEntries(
        [...all].map(([id, { since, doubled }]) => [
          id,
          { text: say('door.already', { time: time(since, meeting.zone, say.locale) }), doubled },
        ]),
      ),
    }
  }
}
