import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { moderatePage } from '../../views/room/moderate.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import { choice, optionalLine } from '../fields.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { qrOf } from '../qr.ts'
import { notFound, Refusal } from '../refusal.ts'
import { decide, decisions } from './decide.ts'
import { heardByGroup } from './heard.ts'
import { isRoomOpen } from './is-open.ts'
import { closeRoom, openRoom } from './open-room.ts'
import { askedIn, groupNames } from './queries.ts'
import { slotTitles } from './slot-titles.ts'

type Address = { Params: { meeting: string } }
type VoiceAddress = { Params: { meeting: string; asked: string } }

const moderate = '/organise/:project/:meeting/moderate'
const access = { config: { access: 'moderator' } } as const
const decisionForm = z.object({ deed: choice(decisions), into: optionalLine(60) })

/** Where a moderator, by phone, opens the room and looks through what is asked. */
export function moderateRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>(moderate, access, async (request, reply) => reply.page(await page(request)))

  for (const [deed, act] of [
    ['open', openRoom],
    ['close', closeRoom],
  ] as const)
    app.post<Address>(`${moderate}/${deed}`, access, async (request, reply) => {
      const { by, ...where } = await ownMeeting(db, request)
      await act(db, where, by, now())
      return reply.done(paths.moderate(where.project, where.meeting))
    })

  app.post<VoiceAddress>(`${moderate}/voices/:asked`, access, async (request, reply) => {
    const { by, ...where } = await ownMeeting(db, request)
    const asked = await askedIn(db, where.meeting, null)
    if (!asked.some(({ id }) => id === request.params.asked)) notFound()
    const form = readForm(decisionForm, request.body)
    if (form.problems) throw new Refusal('refusal.malformed', {}, 422)
    await decide(db, where, request.params.asked, form.values, by, now())
    return reply.done(paths.moderate(where.project, where.meeting))
  })

  async function page(request: FastifyRequest<Address>) {
    const { project, meeting } = await ownMeeting(db, request)
    const asked = await askedIn(db, meeting, null)
    const groups = await groupNames(db, project)
    const link = meeting.joinCode && config.publicUrl + paths.joinRoom(meeting.joinCode)
    return moderatePage(sayTo(request), {
      ...{ project, meeting, asked, groups, isOpen: isRoomOpen(meeting, now()) },
      slots: slotTitles(await releasedAgenda(db, meeting)),
      heard: heardByGroup(asked, groups),
      door: link ? { link, qr: qrOf(link) } : null,
    })
  }
}
