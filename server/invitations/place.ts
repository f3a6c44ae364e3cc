import type { FastifyRequest } from 'fastify'
import type { House } from '../house.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { freeIn, roomOf } from '../registrations/places/seats.ts'
import { takesOffers } from '../registrations/places/waiting-list.ts'

/** Where people are invited to: as whom they can come, and how many places there are for them. */
export async function placeOf({ db, now }: House, request: FastifyRequest<{ Params: { meeting: string } }>) {
  const found = await ownMeeting(db, request)
  const [groups, room] = [await groupsOf(db, found.project), await roomOf(db, found.meeting)]
  return { ...found, groups, room, free: freeIn(room), open: takesOffers(found.meeting, now()) }
}
