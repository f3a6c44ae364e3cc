import { slidesReminder } from '../../views/letters/slides.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { slidesDue } from './due.ts'
import { stillMissing } from './missing.ts'

/** Says what is missing when it is posted; nothing once that has come in, or is no longer wanted. */
export const slidesReminderLetter: Writer = async (db, letter, { config, now }) => {
  const [first, ...others] = await stillMissing(db, letter, now)
  if (!first || !letter.token) return null
  const { project, meeting } = first
  const told = {
    ...{ project, meeting, now, due: slidesDue(meeting) },
    slots: [first, ...others].map(({ slot }) => slot),
    url: config.publicUrl + paths.speakerDo(letter.token, 'slides'),
  }
  return {
    ...(await worded(db, letter, (voice) => slidesReminder(voice, told), colourOf(project))),
    replyTo: project.contactEmail || undefined,
  }
}
