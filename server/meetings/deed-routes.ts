import type { FastifyInstance } from 'fastify'
import { confirmPage } from '../../views/meetings/confirm.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { deleteDraft } from './delete-draft.ts'
import { ownMeeting } from './found.ts'
import { missing } from './missing.ts'
import { postponeMeeting } from './postpone-meeting.ts'
import { publishMeeting } from './publish-meeting.ts'
import { type Found, peopleToTell } from './queries.ts'

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
  const organiser = { config: { access: 'organiser' as const } }
  const { to, done } = deeds[deed]

  app.get<Address>(`/organise/:project/:meeting/${deed}`, organiser, async (request, reply) => {
    const found = await ownMeeting(db, request)
    if (!to.some((status) => status === found.meeting.status)) return reply.done(overview(found))
    const lacks = deed === 'publish' ? missing(found.project, found.meeting) : []
    const people = deed === 'publish' || deed === 'delete' ? 0 : await peopleToTell(db, found.meeting, now())
    return reply.page(confirmPage(sayTo(request), { ...found, deed, lacks, people }))
  })

  app.post<Address>(`/organise/:project/:meeting/${deed}`, organiser, async (request, reply) => {
    const found = await ownMeeting(db, request)
    await done(db, found.project, found.meeting, organiserOf(request), now())
    return reply.done(deed === 'delete' ? paths.workspace(found.project) : overview(found))
  })
}

function overview({ project, meeting }: Found): string {
  return paths.overview(project, meeting)
}
