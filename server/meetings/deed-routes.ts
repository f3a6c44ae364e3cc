import type { FastifyInstance } from 'fastify'
import { confirmPage } from '../../views/meetings/confirm.ts'
import { paths } from '../../views/paths.ts'
import { mayOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { deleteDraft } from './delete-draft.ts'
import { missing } from './missing.ts'
import { ownMeeting } from './own-meeting.ts'
import { postponeMeeting } from './postpone-meeting.ts'
import { publishMeeting } from './publish-meeting.ts'
import { peopleToTell } from './queries.ts'

type Address = { Params: { meeting: string } }

/** Which deed is open to a meeting of which status, and who does it. */
const deeds = {
  publish: { to: ['draft'], done: publishMeeting },
  postpone: { to: ['published'], done: postponeMeeting },
  cancel: { to: ['published', 'postponed'], done: cancelMeeting },
  delete: { to: ['draft'], done: deleteDraft },
} as const
type Deed = keyof typeof deeds

/** Each deed has a page that says what it will do, and does it only when sent from there. */
export function deedRoutes(app: FastifyInstance, house: House): void {
  for (const deed of ['publish', 'postpone', 'cancel', 'delete'] as const) addDeed(app, house, deed)
}

function addDeed(app: FastifyInstance, { db, now }: House, deed: Deed): void {
  const { to, done } = deeds[deed]
  const address = `/organise/:project/:meeting/${deed}`

  app.get<Address>(address, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    if (!to.some((status) => status === meeting.status)) return reply.done(paths.overview(project, meeting))
    const lacks = deed === 'publish' ? missing(project, meeting) : []
    const people = deed === 'publish' || deed === 'delete' ? 0 : await peopleToTell(db, meeting, now())
    return reply.page(confirmPage(sayTo(request), { project, meeting, deed, lacks, people }))
  })

  app.post<Address>(address, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    await done(db, project, meeting, by, now())
    if (deed !== 'delete') return reply.done(paths.overview(project, meeting))
    return reply.done(mayOf(request)('organiser') ? paths.workspace(project) : paths.organise)
  })
}
