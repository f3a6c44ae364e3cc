import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { guard, stopGuarding } from './guard.ts'

type Address = { Params: { meeting: string } }

const signUp = '/organise/:project/:meeting/sign-up'
const deeds = { guard, 'stop-guarding': stopGuarding }

/** The switch for a meeting whose sign-up is flooded. */
export function guardRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const [name, deed] of Object.entries(deeds)) {
    app.post<Address>(`${signUp}/${name}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, by } = await ownMeeting(db, request)
      await deed(db, project, meeting, by, now())
      return reply.done(`${paths.signUp(project, meeting)}#attack`)
    })
  }
}
