import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FormState } from '../../views/parts/fields.ts'
import { paths } from '../../views/paths.ts'
import { remindersPage } from '../../views/reminders/page.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { countReachable, dueAt, remindersOf } from './queries.ts'
import { choices, setReminders } from './set-reminders.ts'

type Address = { Params: { meeting: string } }

const reminders = '/organise/:project/:meeting/reminders'
const access = { config: { access: 'organiser' } } as const

/** Ticks, one for each time there is to choose. */
const form = z
  .object({ hours: z.record(z.string(), z.string()).default({}) })
  .transform(({ hours }) => choices.filter((choice) => hours[choice]))

/** When people are reminded of a meeting. */
export function reminderRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(reminders, access, async (request, reply) => reply.page(await page(request)))

  app.post<Address>(reminders, access, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const read = readForm(form, request.body)
    if (read.problems) return reply.code(422).page(await page(request, read))
    await setReminders(db, { project, meeting }, read.values, by, now())
    return reply.done(paths.reminders(project, meeting))
  })

  async function page(request: FastifyRequest<Address>, typed?: FormState) {
    const { project, meeting } = await ownMeeting(db, request)
    const set = await remindersOf(db, meeting)
    const planned = set.map((reminder) => ({
      ...reminder,
      at: dueAt(meeting, reminder),
      isDone: reminder.doneFor?.equals(meeting.startsAt) ?? false,
    }))
    const people = await countReachable(db, meeting)
    const ticked = Object.fromEntries(set.map(({ hoursAhead }) => [`hours.${hoursAhead}`, 'yes']))
    return remindersPage(sayTo(request), { project, meeting, planned, people, choices }, typed ?? blankForm(ticked))
  }
}
