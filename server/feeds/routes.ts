import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PersonalFeed } from '../../db/schema.ts'
import { type OwnFeedView, ownFeedPage } from '../../views/feeds/own-page.ts'
import { paths } from '../../views/paths.ts'
import { sendCalendar, toSend } from '../calendar/answer.ts'
import { feedLinks } from '../calendar/links.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { qrOf } from '../qr.ts'
import { notFound } from '../refusal.ts'
import { heldBy } from '../registrations/queries.ts'
import { newToken } from '../secrets.ts'
import { speakerHeldBy } from '../speakers/queries.ts'
import { alarmForm, feedForm } from './forms.ts'
import { changeFeed, endFeed, makeFeed } from './keep-feed.ts'
import { ownFile } from './own-file.ts'
import { feedAt, feedOf, type Whose } from './queries.ts'

type Address = { Params: { token: string } }
type Own = Pick<OwnFeedView, 'project' | 'of' | 'page' | 'back'> & { whose: Whose }

/** A calendar of one's own to subscribe to: the feed behind its secret address, and the pages where one has it made. */
export function feedRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house

  app.get<{ Params: { feed: string } }>('/feed/:feed.ics', { config: { access: 'link' } }, async (request, reply) => {
    const found = (await feedAt(db, request.params.feed)) ?? notFound()
    const { file, changedAt } = await ownFile(house, found)
    reply.header('x-robots-tag', 'noindex')
    return await sendCalendar(request, reply, toSend(file, changedAt), 'private')
  })

  ownPages(app, house, '/mine/:token/calendar', async (token) => {
    const { project, registration } = (await heldBy(db, token, now())) ?? notFound()
    const whose = { projectId: project.id, emailKey: registration.emailKey ?? notFound() }
    return { project, whose, of: 'attending', page: paths.mineCalendar(token), back: paths.mine(token) }
  })

  ownPages(app, house, '/speaker/:token/calendar', async (token) => {
    const { project, speaker } = (await speakerHeldBy(db, token, now())) ?? notFound()
    const whose = { projectId: project.id, speakerId: speaker.id }
    return { project, whose, of: 'speaking', page: paths.speakerDo(token, 'calendar'), back: paths.speaker(token) }
  })
}

function ownPages(app: FastifyInstance, house: House, path: string, ownOf: (token: string) => Promise<Own>): void {
  const { db, now } = house
  const byLink = { config: { access: 'link' } } as const

  app.get<Address>(path, byLink, async (request, reply) => {
    const own = await ownOf(request.params.token)
    return show(request, reply, own, await feedOf(db, own.whose))
  })

  app.post<Address>(path, byLink, async (request, reply) => {
    const own = await ownOf(request.params.token)
    const form = readForm(feedForm, request.body)
    if (form.problems) return show(request, reply.code(422), own, await feedOf(db, own.whose), form)
    const { secret, alarm: alarmMinutes } = form.values
    await makeFeed(db, own.whose, secret, { locale: sayTo(request).locale, alarmMinutes }, now())
    return show(request, reply, own, await feedOf(db, own.whose), form, madeAt(house, secret))
  })

  app.post<Address>(`${path}/alarm`, byLink, async (request, reply) => {
    const own = await ownOf(request.params.token)
    const feed = (await feedOf(db, own.whose)) ?? notFound()
    const form = readForm(alarmForm, request.body)
    if (form.problems) return show(request, reply.code(422), own, feed, form)
    await changeFeed(db, feed, { locale: sayTo(request).locale, alarmMinutes: form.values.alarm })
    return reply.done(own.page)
  })

  app.post<Address>(`${path}/end`, byLink, async (request, reply) => {
    const own = await ownOf(request.params.token)
    await endFeed(db, own.whose)
    return reply.done(own.page)
  })
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
  feed: PersonalFeed | null,
  form: Pick<Form<unknown>, 'typed' | 'problems'> = blankForm({ alarm: String(feed?.alarmMinutes ?? 'none') }),
  made: OwnFeedView['made'] = null,
): FastifyReply {
  return reply.page(ownFeedPage(sayTo(request), { ...own, feed, made, secret: newToken() }, form))
}

/** A code is scanned by a phone, which knows its own calendar by `webcal:`. */
function madeAt({ config }: House, secret: string): OwnFeedView['made'] {
  const ways = feedLinks(config.publicUrl + paths.ownFeed(secret))
  return { ways, qr: qrOf(ways.webcal) }
}
