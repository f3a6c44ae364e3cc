import { reminder } from '../../views/letters/reminder.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { hasBegun } from '../meetings/status.ts'
import { doorPicture } from '../registrations/letters/door-picture.ts'
import { toldOf } from '../registrations/letters/told.ts'

/** Nothing to whoever gave their place back, and nothing once the meeting has moved, is off or has begun. */
export const reminderLetter: Writer = async (db, letter, { config, now }) => {
  const told = await toldOf(db, letter, config.publicUrl)
  if (told?.registration.status !== 'confirmed' || told.meeting.status !== 'published') return null
  if (hasBegun(told.meeting, now) || told.meeting.startsAt.toString() !== letter.facts.startsAt) return null
  return {
    ...(await worded(db, letter, (voice) => reminder(voice, told), colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
    pictures: await doorPicture(told),
  }
}
