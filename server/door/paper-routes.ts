import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { badgesPage } from '../../views/door/badges.ts'
import { lineNumbers } from '../../views/door/blank-lines.ts'
import { paperPage } from '../../views/door/paper.ts'
import { paths } from '../../views/paths.ts'
import { seenAt } from '../check-ins/steps.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import type { Found } from '../meetings/queries.ts'
import { groupsOf } from '../projects/queries.ts'
import { askedAt } from '../registrations/asked.ts'
import { enterPaper } from './enter-paper.ts'
import { blankPaper, paperForm } from './paper-form.ts'
import { everybodyExpected } from './queries.ts'
import { whyNoPaper } from './why-no-paper.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: { saved?: string } }

const door = '/organise/:project/:meeting/door'
const access = { config: { access: 'door' } } as const
const printed = { config: { access: 'door', standsInLine: true } } as const

/** What is printed for the door, and what comes back from it on paper. */
export function paperRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(`${door}/badges`, printed, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    return reply.page(badgesPage(sayTo(request), { project, meeting, ...(await everybodyExpected(db, meeting)) }))
  })

  app.get<Address>(`${door}/paper`, printed, async (request, reply) => {
    const view = { ...(await paperView(await ownMeeting(db, request))), saved: request.query.saved === 'yes' }
    return reply.page(paperPage(sayTo(request), view, blankForm(blankPaper(lineNumbers(), randomUUID))))
  })

  app.post<Address>(`${door}/paper`, access, async (request, reply) => {
    const { by, ...found } = await ownMeeting(db, request)
    const asked = await askedAt(db, found, now())
    const form = readForm(paperForm(asked, lineNumbers(), found.project.locales[0] ?? 'lv'), request.body)
    if (form.problems) return reply.code(422).page(paperPage(sayTo(request), await paperView(found), form))
    await enterPaper(db, found, form.values, by, now())
    return reply.done(`${paths.doorPaper(found.project, found.meeting)}?saved=yes`)
  })

  async function paperView({ project, meeting }: Found) {
    const [all, groups, seen] = [
      await everybodyExpected(db, meeting),
      await groupsOf(db, project),
      await seenAt(db, meeting),
    ]
    return { project, meeting, ...all, groups, seen, why: whyNoPaper(meeting, now()), saved: false }
  }
}
