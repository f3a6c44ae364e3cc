import type { FastifyInstance } from 'fastify'
import { headsPage } from '../../views/door/heads.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { countGroups, groupsCounted } from './count-groups.ts'
import { headsForm, typedHeads } from './heads-form.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: { saved?: string } }

const heads = '/organise/:project/:meeting/door/heads'
const access = { config: { access: 'door' } } as const

/** How many came from each group, beside those whose names are known. */
export function headRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(heads, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const [groups, counted] = await Promise.all([groupsOf(db, project), groupsCounted(db, meeting)])
    const view = { project, meeting, groups, saved: request.query.saved === 'yes' }
    return reply.page(headsPage(sayTo(request), view, blankForm(typedHeads(counted))))
  })

  app.post<Address>(heads, access, async (request, reply) => {
    const { by, ...found } = await ownMeeting(db, request)
    const groups = await groupsOf(db, found.project)
    const form = readForm(headsForm(groups), request.body)
    if (form.problems) return reply.code(422).page(headsPage(sayTo(request), { ...found, groups, saved: false }, form))
    await countGroups(db, found, form.values, by, now())
    return reply.done(`${paths.doorHeads(found.project, found.meeting)}?saved=yes`)
  })
}
