import type { Meeting } from '../../../db/schema.ts'
import type { Before } from '../told.ts'
import { evening, exampleMeeting, type Stage } from './meeting.ts'
import { titles } from './names.ts'

/** How the meeting was before it changed. */
export function exampleBefore(stage: Stage, status: Meeting['status'] = 'published'): Before {
  const startsAt = evening(stage, 12)
  const was = exampleMeeting(stage, {
    startsAt,
    endsAt: startsAt.add({ hours: 3 }),
    placeName: titles.oldPlace,
    status,
  })
  return { ...was, days: [was] }
}
