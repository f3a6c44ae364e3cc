import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { locales } from '../../db/languages.ts'
import { draftPage } from '../../views/mailings/draft.ts'
import { underWayPage } from '../../views/mailings/under-way.ts'
import { paths } from '../../views/paths.ts'
import { choice, once, wholeNumber } from '../fields.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { allowFrames, sendFramed } from '../mail/framed.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound, Refusal } from '../refusal.ts'
import { audienceGroups } from './audience-groups.ts'
import { lookAtOne, writtenTo } from './look-at-one.ts'
import { pauseMailing, resumeMailing, stopMailing } from './pause-mailing.ts'
import { mailingOf, progressOf, unreached } from './queries.ts'
import { readingsOf } from './readings.ts'
import { recipientsOf } from './recipients.ts'
import { deleteMailing } from './save-mailing.ts'
import { sendTest } from './send-test.ts'
import { startMailing } from './start-mailing.ts'
import { stateOf } from './state.ts'

type Address = {
  Params: { project: string; meeting: string; mailing: string }
  Querystring: { person?: unknown; search?: unknown; tested?: unknown }
}

const one = '/organise/:project/:meeting/mailings/:mailing'
const access = { config: { access: 'organiser' } } as const
const testForm = z.object({ language: choice(locales), once: once() })
const sendForm = z.object({ people: wholeNumber(1, 1_000_000) })

/** One mailing: looked at, tried out, sent, paused, stopped. */
export function mailingSendingRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const { publicUrl } = config
  const hasServer = config.smtpUrl !== null

  app.get<Address>(one, access, async (request, reply) => await show(request, reply, null))

  app.get<Address>(`${one}/html`, access, async (request, reply) => {
    const { project, meeting, mailing } = await mailingIn(request)
    const { people } = await recipientsOf(db, meeting, mailing)
    const person = people.find(({ id }) => id === request.query.person) ?? people[0] ?? notFound()
    // The page around it says what is wrong with one that cannot be written.
    const { written } = await writtenTo(db, { project, meeting }, mailing, person, publicUrl)
    return written ? sendFramed(reply, written.html) : notFound()
  })

  app.post<Address>(`${one}/test`, access, async (request, reply) => {
    const { project, meeting, mailing, by } = await mailingIn(request)
    const { values } = readForm(testForm, request.body)
    if (!values) throw new Refusal('refusal.malformed', {}, 422)
    const { language, once: key = randomUUID() } = values
    await sendTest(db, { project, meeting }, mailing, { locale: language, once: key }, by, now())
    return reply.done(`${paths.mailing(project, meeting, mailing)}?tested=yes`)
  })

  app.post<Address>(`${one}/send`, access, async (request, reply) => {
    const { project, meeting, mailing, by } = await mailingIn(request)
    const promised = readForm(sendForm, request.body).values?.people ?? 0
    const isOff = await startMailing(db, { project, meeting }, mailing, promised, by, now())
    return isOff ? reply.done(paths.mailing(project, meeting, mailing)) : await show(request, reply.code(409), promised)
  })

  for (const [name, deed] of Object.entries({ pause: pauseMailing, resume: resumeMailing, stop: stopMailing })) {
    app.post<Address>(`${one}/${name}`, access, async (request, reply) => {
      const { project, meeting, mailing, by } = await mailingIn(request)
      await deed(db, { project, meeting }, mailing, by, now())
      return reply.done(paths.mailing(project, meeting, mailing))
    })
  }

  app.post<Address>(`${one}/delete`, access, async (request, reply) => {
    const { project, meeting, mailing } = await mailingIn(request)
    await deleteMailing(db, { project, meeting }, mailing)
    return reply.done(paths.mailings(project, meeting))
  })

  async function show(request: FastifyRequest<Address>, reply: FastifyReply, promised: number | null) {
    const { project, meeting, mailing, by } = await mailingIn(request)
    const groups = await audienceGroups(db, project, [mailing])
    if (mailing.startedAt) {
      const progress = (await progressOf(db, [mailing])).get(mailing.id) ?? notFound()
      const state = stateOf(mailing, progress)
      const view = { project, meeting, groups, mailing, state, progress, hasServer }
      return reply.page(underWayPage(sayTo(request), { ...view, unreached: await unreached(db, mailing) }))
    }
    const recipients = await recipientsOf(db, meeting, mailing)
    const readings = readingsOf(project, mailing, recipients.people)
    const looked = await lookAtOne(db, { project, meeting }, mailing, recipients.people, {
      ...request.query,
      publicUrl,
    })
    allowFrames(reply)
    const tested = request.query.tested === 'yes'
    const view = { project, meeting, groups, mailing, recipients, readings, by, promised, hasServer, tested }
    return reply.page(draftPage(sayTo(request), { ...view, ...looked, once: randomUUID() }))
  }

  async function mailingIn(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    return { ...found, mailing: (await mailingOf(db, found.meeting, request.params.mailing)) ?? notFound() }
  }
}
