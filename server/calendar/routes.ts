import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inLanguage, type Locale } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { slotCalled } from '../agenda/slot-called.ts'
import type { House } from '../house.ts'
import { chosenLanguage } from '../language.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { attach, sendCalendar } from './answer.ts'
import { type Entry, meetingEntry, slotEntry } from './entry.ts'
import { calendarFile } from './ics.ts'
import { feedOf } from './queries.ts'

type At<Names extends string> = { Params: Record<Names, string> }

/** A hint that few calendars heed. */
const refreshHours = 6

export function calendarRoutes(app: FastifyInstance, { db, now, config: { publicUrl } }: House): void {
  app.get<At<'project'>>('/:project/calendar.ics', { config: { access: 'anyone' } }, async (request, reply) => {
    const { project, meetings } = (await feedOf(db, request.params, now())) ?? notFound()
    const locale = languageFor(request, project)
    const entries = meetings.map((meeting) => meetingEntry(project, meeting, locale, publicUrl))
    const name = inLanguage(project.title, locale, project.locales).text
    const file = calendarFile(entries, { name, url: publicUrl + paths.project(project), ttlHours: refreshHours })
    return sendCalendar(request, reply, file, lastChange(entries) ?? project.createdAt)
  })

  app.get<At<'project' | 'meeting'>>(
    '/:project/:meeting/calendar.ics',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const entry = meetingEntry(project, meeting, languageFor(request, project), publicUrl)
      attach(reply, meeting, entry.title)
      return sendCalendar(request, reply, calendarFile([entry]), entry.changedAt)
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
      return sendCalendar(request, reply, calendarFile([entry]), entry.changedAt)
    },
  )
}

/** Not the reader's: whatever subscribes has no language, and one address must always give the same bytes. */
function languageFor(request: FastifyRequest, project: Project): Locale {
  return chosenLanguage(request) ?? project.locales[0] ?? 'lv'
}

function lastChange(entries: Entry[]): Temporal.Instant | undefined {
  return entries
    .map(({ changedAt }) => changedAt)
    .sort(Temporal.Instant.compare)
    .at(-1)
}
