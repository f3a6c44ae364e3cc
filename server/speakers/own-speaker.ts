import type { FastifyRequest } from 'fastify'
import type { Reads } from '../../db/open.ts'
import type { Speaker } from '../../db/schema.ts'
import type { ProfileView } from '../../views/speakers/profile.ts'
import { mayOf } from '../access.ts'
import { guardiansOf } from '../guardians/queries.ts'
import { guardianStanding } from '../guardians/rules.ts'
import { mayRead } from '../mail/own-letter.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import type { Found } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import { appearancesOf } from './appearances.ts'
import { speakersAt, speakersOf } from './queries.ts'
import { speakerLog } from './speaker-log.ts'

type Request = FastifyRequest<{ Params: { meeting: string; speaker: string } }>

/** The speaker in the address: one of the project's, or of the meeting's for those who organise that alone. */
export async function speakerIn(db: Reads, request: Request) {
  const found = await ownMeeting(db, request)
  const speaker = (await knownTo(db, request, found)).find(({ id }) => id === request.params.speaker) ?? notFound()
  return { ...found, speaker }
}

/** All speakers whom the reader may know of, by name. */
export async function knownTo(db: Reads, request: FastifyRequest, { project, meeting }: Found): Promise<Speaker[]> {
  return mayOf(request)('organiser') ? await speakersOf(db, project) : await speakersAt(db, meeting)
}

/** What their profile page shows. */
export async function profileOf(db: Reads, request: Request, now: Temporal.Instant): Promise<ProfileView> {
  const { project, meeting, speaker } = await speakerIn(db, request)
  const answers = await guardiansOf(db, speaker)
  const known = await knownTo(db, request, { project, meeting })
  return {
    ...{ project, meeting, speaker },
    parts: (await appearancesOf(db, speaker)).filter((part) => mayOf(request)('organiser', part.meeting)),
    namesakes: known.filter(({ id, name }) => id !== speaker.id && name !== '' && name === speaker.name),
    guardian: { answers, standing: guardianStanding(answers) },
    over: isOver(meeting, now),
    log: await speakerLog(db, speaker, (letter) => mayRead(request, letter)),
  }
}
