import type { FastifyInstance } from 'fastify'
import { cardWords } from '../../views/meetings/card-words.ts'
import {
  type LastingParts,
  lastingParts,
  type MeetingKept,
  type MeetingShown,
} from '../../views/meetings/lasting-parts.ts'
import { meetingPage } from '../../views/meetings/page.ts'
import { paths } from '../../views/paths.ts'
import type { Say } from '../../views/say.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { meetingEntry } from '../calendar/entry.ts'
import { calendarLinks, feedLinks } from '../calendar/links.ts'
import { earliest } from '../earliest.ts'
import { isUnchanged } from '../etag.ts'
import type { House } from '../house.ts'
import { keepLasting } from '../kept-lasting.ts'
import { sayTo } from '../language.ts'
import { publicMaterials } from '../materials/queries.ts'
import { remainsOf } from '../materials/remains.ts'
import { albumOpens } from '../news/queries.ts'
import { notFound } from '../refusal.ts'
import { doorHolds, doorOf } from '../registrations/door.ts'
import { standing } from '../registrations/places/standing.ts'
import { publishedSlides } from '../slides/queries.ts'
import { invitationOf } from '../stories/invitation.ts'
import { publicWorkshops } from '../workshops/public.ts'
import { keepCards } from './kept-cards.ts'
import { daysOf, type Found, publicMeeting, publicMeetingsOf } from './queries.ts'

type Address = { Params: { project: string; meeting: string } }

/** What everybody sees of a meeting. */
export function meetingRoutes(app: FastifyInstance, { db, now, config: { publicUrl } }: House): void {
  const cards = keepCards()
  const keptLasting = keepLasting<MeetingKept & { parts: LastingParts }>({ db, now })

  app.get<Address>('/:project/:meeting', { config: { access: 'anyone' } }, async (request, reply) => {
    return await reply.kept(async (say) => {
      const { shown, until } = await lasting(say, request.params)
      const { project, meeting, agenda } = shown
      const places = await standing(db, meeting)
      const { workshops, holds } = await publicWorkshops(db, meeting, agenda, now())
      const remains = (await remainsOf(db, project, [meeting], now())).get(meeting.id) ?? null
      const page = meetingPage(say, { ...shown, places, door: doorOf(meeting, places, now()), workshops, remains })
      return { page, project: project.id, until: earliest(until, holds) }
    })
  })

  app.get<Address & { Querystring: { shape?: string } }>(
    '/:project/:meeting/card.png',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const shape = request.query.shape === 'story' ? 'story' : 'card'
      const { bytes, etag } = await cards(cardWords(sayTo(request), project, meeting, publicUrl), shape)
      reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-language, cookie')
      if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
      return reply.type('image/png').send(bytes)
    },
  )

  async function lasting(say: Say, { project, meeting }: Address['Params']) {
    return await keptLasting(`${say.locale} ${project}/${meeting}`, async () => {
      const found = (await publicMeeting(db, { project, meeting })) ?? notFound()
      const { invitation, holds } = await invitationOf(db, found.project, found.meeting, now())
      const shown = await shownOf(say, found, invitation)
      const opens = await albumOpens(db, [found.meeting], now())
      const until = earliest(doorHolds(found.meeting, now()), holds, opens)
      const { series: _series, materials: _materials, ...kept } = shown
      return { project: found.project.id, shown: { ...kept, parts: lastingParts(say, shown) }, until }
    })
  }

  async function shownOf(
    say: Say,
    { project, meeting }: Found,
    invitation: MeetingShown['invitation'],
  ): Promise<MeetingShown> {
    return {
      ...{ project, meeting, invitation, publicUrl },
      days: await daysOf(db, meeting),
      agenda: await publicAgenda(db, project, meeting),
      slides: await publishedSlides(db, project, meeting),
      materials: (await publicMaterials(db, project, [meeting])).filter(({ slotId }) => slotId === null),
      series: await publicMeetingsOf(db, project),
      calendar: calendarLinks(meetingEntry(project, meeting, say.locale, publicUrl)),
      feed: feedLinks(publicUrl + paths.projectFeed(project)),
    }
  }
}
