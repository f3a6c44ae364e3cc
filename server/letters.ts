import { dialogueWriters } from './dialogue/letters.ts'
import { digestLetter } from './digest/letters.ts'
import { guardianWriters } from './guardians/letters.ts'
import { guardianshipWriters } from './guardianships/letters.ts'
import { returnedLetter } from './inbound/letters.ts'
import { lateLetter } from './mail/late-letter.ts'
import type { Writers } from './mail/written.ts'
import { messageLetter, testLetter } from './mailings/letters.ts'
import { invitationLetter, signInLetter } from './organisers/letters.ts'
import { photosPreviewLetter } from './photos/letters.ts'
import { questionsReminderLetter } from './questions/letters.ts'
import { registrationWriters } from './registrations/letters/letters.ts'
import { reminderLetter } from './reminders/letters.ts'
import { secondFactorLetter } from './second-factors/letters.ts'
import { slidesReminderLetter } from './slides/letters.ts'
import { speakerWriters } from './speakers/letters.ts'
import { storyWriters } from './stories/letters.ts'
import { surveyLetter } from './survey/letters.ts'
import { reportedLetter } from './trusted/letters.ts'
import { workshopsChosenLetter, workshopWriters } from './workshops/letters.ts'

/** Every kind of letter there is, and who writes it. */
export const writers: Writers = {
  ...registrationWriters,
  ...guardianWriters,
  ...guardianshipWriters,
  ...speakerWriters,
  ...storyWriters,
  ...workshopWriters,
  ...dialogueWriters,
  'workshops-chosen': workshopsChosenLetter,
  'sign-in': signInLetter,
  'second-factor': secondFactorLetter,
  invitation: invitationLetter,
  'abuse-reported': reportedLetter,
  'letters-late': lateLetter,
  'letters-returned': returnedLetter,
  message: messageLetter,
  'message-test': testLetter,
  'questions-reminder': questionsReminderLetter,
  reminder: reminderLetter,
  'photos-preview': photosPreviewLetter,
  survey: surveyLetter,
  'slides-reminder': slidesReminderLetter,
  'agenda-changed': digestLetter,
}
