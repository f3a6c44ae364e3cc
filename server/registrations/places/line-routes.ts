import type { FastifyInstance } from 'fastify'
import { paths } from '../../../views/paths.ts'
import type { House } from '../../house.ts'
import { ownMeeting } from '../../meetings/own-meeting.ts'
import { pausePromotion, resumePromotion } from './pause.ts'

type Address = { Params: { project: string; meeting: string } }

const deeds = { pause: pausePromotion, resume: resumePromotion }

/** Organisers stop the line for a while, and let it move again. */
export function lineRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const [name, deed] of Object.entries(deeds)) {
    const url = `/organise/:project/:meeting/registrations/${name}`
    app.post<Address>(url, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, by } = await ownMeeting(db, request)
      await deed(db, project, meeting, by, now())
      return reply.done(paths.registrations(project, meeting))
    })
  }
}
