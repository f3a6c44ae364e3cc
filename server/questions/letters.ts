import { questionsReminder } from '../../views/letters/questions.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { isOver } from '../meetings/status.ts'
import { toldOf } from '../registrations/letters/told.ts'

/** Nothing once everything needed is answered, the place is gone or the meeting is not coming. */
export const questionsReminderLetter: Writer = async (db, letter, { config, now }) => {
  const told = await toldOf(db, letter, config.publicUrl)
  if (!told?.questions.needed || told.registration.status !== 'confirmed') return null
  if (told.meeting.status !== 'published' || isOver(told.meeting, now)) return null
  return {
    ...(await worded(db, letter, (voice) => questionsReminder(voice, told), colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
  }
}
