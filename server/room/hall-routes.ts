import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { hallPage } from '../../views/room/hall.ts'
import { holdsUntil, nowAndNext } from '../agenda/now-and-next.ts'
import { publicAgenda } from '../agenda/queries.ts'
import type { House } from '../house.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { pollOnScreen } from '../polls/on-screen.ts'
import { publicOutcome } from '../polls/outcome.ts'
import { pollsInRoom } from '../polls/queries.ts'
import { pollState } from '../polls/state.ts'
import { qrOf } from '../qr.ts'
import { notFound } from '../refusal.ts'
import { isRoomOpen } from './is-open.ts'
import { askedIn } from './queries.ts'

type Address = { Params: { project: string; meeting: string } }
type Room = Parameters<typeof isRoomOpen>[0] & { joinCode: string | null }

/** The wall of the hall: what runs, what is asked, what is voted on. */
export function hallRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>('/:project/:meeting/hall', { config: { access: 'anyone' } }, (request, reply) =>
    reply.kept(async (say) => {
      const found = (await publicMeeting(db, request.params)) ?? notFound()
      const [agenda, at] = [await publicAgenda(db, found.project, found.meeting), now()]
      const moment = nowAndNext(agenda?.slots ?? [], at)
      const [asked, poll] = [await askedIn(db, found.meeting, null), await wallPoll(found.meeting, at)]
      const page = hallPage(say, { ...found, agenda, moment, now: at, asked, poll, door: doorOf(found.meeting, at) })
      return { page, project: found.project.id, until: holdsUntil(moment, at) }
    }),
  )

  async function wallPoll(meeting: { id: string }, at: Temporal.Instant) {
    const found = pollOnScreen(await pollsInRoom(db, meeting), at)
    if (!found) return null
    const { poll, votes } = found
    return { poll, isOpen: pollState(poll) === 'open', voters: votes.length, outcome: publicOutcome(poll, votes) }
  }

  function doorOf(meeting: Room, at: Temporal.Instant) {
    if (!meeting.joinCode || !isRoomOpen(meeting, at)) return null
    const link = config.publicUrl + paths.joinRoom(meeting.joinCode)
    return { code: meeting.joinCode, address: new URL(config.publicUrl).host + paths.join, qr: qrOf(link) }
  }
}
