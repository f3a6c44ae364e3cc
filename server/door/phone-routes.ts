import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { time } from '../../views/when.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { Refusal } from '../refusal.ts'
import { phoneForm } from './phone-form.ts'
import { thereAt } from './queries.ts'
import { seenEarlier } from './seen-earlier.ts'
import { takeTold } from './take-told.ts'

type Address = { Params: { project: string; meeting: string } }

const door = '/organise/:project/:meeting/door'
const access = { config: { access: 'door' } } as const
const worker = readFileSync(new URL('../../public/worker.js', import.meta.url))

/** What the door's page tells and asks by script: see `public/js/door.js`. */
export function doorPhoneRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(`${door}/seen`, access, async (request, reply) => {
    reply.header('cache-control', 'private, no-store')
    return await seenBy(request)
  })

  app.post<Address>(`${door}/steps`, access, async (request) => {
    const { by, ...where } = await ownMeeting(db, request)
    const { values } = readForm(phoneForm, request.body)
    if (!values) throw new Refusal('refusal.malformed', {}, 422)
    await takeTold(db, where, values, by, now())
    return { ...(await seenBy(request)), earlier: await seenEarlier(db, where.meeting, values) }
  })

  /** Keeps the door's page for when there is no network; at the root, so that it may serve any door. */
  app.get('/worker.js', { config: { access: 'anyone' } }, async (_, reply) => {
    return reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(worker)
  })

  /** Who is in, in words, by the id of whoever registered or comes along: no names. */
  async function seenBy(request: FastifyRequest<Address>) {
    const { meeting } = await ownMeeting(db, request)
    const [say, { seen, there }] = [sayTo(request), await thereAt(db, meeting)]
    return {
      there: say('door.there', { people: there }),
      seen: Object.fromEntries(
        [...seen].map(([id, { since, doubled }]) => [
          id,
          { text: say('door.already', { time: time(since, meeting.zone, say.locale) }), doubled },
        ]),
      ),
    }
  }
}
