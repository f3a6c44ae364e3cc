import type { FastifyInstance } from 'fastify'
import { changelogPage } from '../../views/agenda/changelog.ts'
import { embedPage } from '../../views/agenda/embed.ts'
import { type NowView, nowPage } from '../../views/agenda/now.ts'
import { screenPage } from '../../views/agenda/screen.ts'
import { slotPage } from '../../views/agenda/slot-page.ts'
import type { Page } from '../../views/page.ts'
import type { Say } from '../../views/say.ts'
import { slotEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import type { House } from '../house.ts'
import { materialsOfSlot } from '../materials/queries.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { publicMinutes } from '../minutes/queries.ts'
import { notFound } from '../refusal.ts'
import { publishedSlides } from '../slides/queries.ts'
import { profilesOf } from '../speakers/profiles.ts'
import { publicWorkshops } from '../workshops/public.ts'
import { changelog } from './changelog.ts'
import { holdsUntil, nowAndNext } from './now-and-next.ts'
import { allReleases, publicAgenda } from './queries.ts'
import { slotCalled } from './slot-called.ts'

type At<Names extends string> = { Params: Record<Names, string> }
type Address = At<'project' | 'meeting'>

const meeting = '/:project/:meeting'

/** What everybody reads of a released agenda, beside the meeting's own page. */
export function readingRoutes(app: FastifyInstance, { db, now, config: { publicUrl } }: House): void {
  app.get<At<'project' | 'meeting' | 'slot'>>(
    `${meeting}/:slot`,
    { config: { access: 'anyone' } },
    async (request, reply) => {
      return await reply.kept(async (say) => {
        const { agenda, ...found } = await read(request.params)
        const slot = slotCalled(agenda, request.params.slot)
        if (!agenda || !slot) return notFound()
        const profiles = await profilesOf(db, found.project, slot.speakers)
        const entry = slotEntry(found.project, found.meeting, slot, say.locale, publicUrl)
        const slides = (await publishedSlides(db, found.project, found.meeting)).get(slot.id) ?? []
        const minutes = (await publicMinutes(db, found.meeting)).get(slot.id)
        const materials = await materialsOfSlot(db, found.project, found.meeting, slot)
        const { workshops, holds } = await publicWorkshops(db, found.meeting, agenda, now())
        const page = slotPage(say, {
          ...{ ...found, agenda, slot, profiles, slides, materials, minutes, publicUrl },
          workshop: workshops.get(slot.id),
          calendar: calendarLinks(entry),
        })
        return { page, project: found.project.id, until: holds, status: slot.withdrawn ? 410 : 200 }
      })
    },
  )

  app.get<Address>(`${meeting}/changes`, { config: { access: 'anyone' } }, async (request, reply) => {
    return await reply.kept(async (say) => {
      const { agenda, ...found } = await read(request.params)
      const versions = changelog(await allReleases(db, found.meeting), agenda?.slots ?? notFound())
      return { page: changelogPage(say, { ...found, versions }), project: found.project.id, until: null }
    })
  })

  for (const [path, page] of [
    ['now', nowPage],
    ['screen', screenPage],
  ] as const)
    app.get<Address>(`${meeting}/${path}`, { config: { access: 'anyone' } }, async (request, reply) => {
      return await reply.kept(async (say) => await asOfNow(say, request.params, page))
    })

  app.get<Address>(`${meeting}/embed`, { config: { access: 'anyone', embedded: true } }, async (request, reply) => {
    return await reply.kept(async (say) => {
      const found = await read(request.params)
      return { page: embedPage(say, { ...found, publicUrl }), project: found.project.id, until: null }
    })
  })

  async function asOfNow(say: Say, address: Address['Params'], page: (say: Say, view: NowView) => Page) {
    const found = await read(address)
    const at = now()
    const moment = nowAndNext(found.agenda?.slots ?? [], at)
    return { page: page(say, { ...found, moment, now: at }), project: found.project.id, until: holdsUntil(moment, at) }
  }

  async function read(address: Address['Params']) {
    const found = (await publicMeeting(db, address)) ?? notFound()
    return { ...found, agenda: await publicAgenda(db, found.project, found.meeting) }
  }
}
