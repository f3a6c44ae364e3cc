import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Locale } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { slotCalled } from '../agenda/slot-called.ts'
import type { House } from '../house.ts'
import { chosenLanguage } from '../language.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { attach, sendCalendar, toSend } from './answer.ts'
import { meetingEntry, slotEntry } from './entry.ts'
import { calendarFile } from './ics.ts'
import { keepFeeds } from './kept-feeds.ts'
import { languageOf, meetingFeed, projectFeed } from './public-feeds.ts'

type At<Names extends string> = { Params: Record<Names, string> }

export function calendarRoutes(app: FastifyInstance, house: House): void {
  const {
    db,
    config: { publicUrl },
  } = house
  const kept = keepFeeds(house)

  app.get<At<'project'>>('/:project/calendar.ics', { config: { access: 'anyone' } }, async (request, reply) => {
    const chosen = chosenLanguage(request)
    const key = JSON.stringify([request.params.project, chosen])
    return await sendCalendar(request, reply, await kept(key, () => projectFeed(house, request.params, chosen)))
  })

  app.get<At<'project' | 'meeting'>>(
    '/:project/:meeting/agenda.ics',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const chosen = chosenLanguage(request)
      const key = JSON.stringify([request.params.project, request.params.meeting, chosen])
      return await sendCalendar(request, reply, await kept(key, () => meetingFeed(house, request.params, chosen)))
    },
  )

  app.get<At<'project' | 'meeting'>>(
    '/:project/:meeting/calendar.ics',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const entry = meetingEntry(project, meeting, languageFor(request, project), publicUrl)
      attach(reply, meeting, entry.title)
      return await sendCalendar(request, reply, toSend(calendarFile([entry]), entry.changedAt))
    },
  )

  app.get<At<'project' | 'meeting' | 'slot'>>(
    '/:project/:meeting/:slot/calendar.ics',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const slot = slotCalled(await publicAgenda(db, project, meeting), request.params.slot) ?? notFound()
      const entry = slotEntry(project, meeting, slot, languageFor(request, project), publicUrl)
      attach(reply, slot, entry.title)
      return await sendCalendar(request, reply, toSend(calendarFile([entry]), entry.changedAt))
    },
  )
}

/** Not the reader's. */
function languageFor(request: FastifyRequest, project: Project): Locale {
  return chosenLanguage(request) ?? languageOf(project)
}
