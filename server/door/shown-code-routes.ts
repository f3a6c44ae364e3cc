import type { FastifyInstance } from 'fastify'
import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { meetings, projects, registrations } from '../../db/schema.ts'
import { shownCodePage } from '../../views/door/shown-code.ts'
import { paths } from '../../views/paths.ts'
import { mayIn } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'

/** What a registration's QR code opens: the door's list for those on duty, and for anybody else nothing about whose it is. */
export function shownCodeRoutes(app: FastifyInstance, house: House): void {
  app.get<{ Params: { token: string } }>('/door/:token', { config: { access: 'link' } }, async (request, reply) => {
    const found = await shownBy(house.db, request.params.token)
    const may = found && (await mayIn(house, request, found.project.slug))
    if (!found || !may?.('door', found.meeting)) return reply.page(shownCodePage(sayTo(request)))
    return reply.redirect(paths.door(found.project, found.meeting, { only: found.id }), 303)
  })
}

async function shownBy(db: Reads, token: string) {
  const { id, slug } = meetings
  const [found] = await db
    .select({ id: registrations.id, meeting: { id, slug }, project: { slug: projects.slug } })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(registrations.doorToken, token))
  return found ?? null
}
