import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import type { ProfileView } from '../../views/speakers/profile.ts'
import { guardiansOf } from '../guardians/queries.ts'
import { guardianStanding } from '../guardians/rules.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import { appearancesOf } from './appearances.ts'
import { freshSpeaker, speakersOf } from './queries.ts'

type Request = FastifyRequest<{ Params: { meeting: string; speaker: string } }>

/** The speaker in the address, one of the project's; only on 'organiser' routes. */
export async function speakerIn(db: Reads, request: Request) {
  const found = await ownMeeting(db, request)
  const speaker = (await freshSpeaker(db, found.project, { id: request.params.speaker })) ?? notFound()
  return { ...found, speaker }
}

/** What their profile page shows. */
export async function profileOf(db: Reads, request: Request, now: Temporal.Instant): Promise<ProfileView> {
  const { project, meeting, speaker } = await speakerIn(db, request)
  const answers = await guardiansOf(db, speaker)
  const known = await speakersOf(db, project)
  return {
    ...{ project, meeting, speaker },
    parts: await appearancesOf(db, speaker),
    namesakes: known.filter(({ id, name }) => id !== speaker.id && name !== '' && name === speaker.name),
    guardian: { answers, standing: guardianStanding(answers) },
    over: isOver(meeting, now),
  }
}
