import { inLanguage } from '../../db/languages.ts'
import type { Meeting, Project, Speaker } from '../../db/schema.ts'
import type { Occasion } from '../../server/guardians/queries.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { day } from '../when.ts'
import type { Fact, LetterContent } from './frame.ts'

/** What the letters to a guardian are written from. */
export type GuardianTold = {
  project: Project
  speaker: Pick<Speaker, 'name'>
  meeting: Meeting
  /** What the speaker brings to that meeting. */
  occasions: Occasion[]
  answerUrl: string
}

export type GuardianLetter = 'guardian-request' | 'guardian-reminder'

export function guardianContent(say: Say, kind: GuardianLetter, told: GuardianTold): LetterContent {
  const { project, speaker, meeting, answerUrl } = told
  const { name } = speaker
  const { text, locale } = inLanguage(meeting.title, say.locale, project.locales)
  return {
    subject: say(`letter.${kind}.subject`, { title: text }),
    lead: say(`letter.${kind}.lead`, { name }),
    heading: text,
    ...(locale === say.locale ? {} : { headingLocale: locale }),
    facts: facts(say, told),
    button: { label: say('letter.guardian.button'), url: answerUrl },
    further: [
      `${say('guardian.public-title')}:`,
      say('guardian.public-name', { name }),
      say('guardian.public-picture'),
      say('guardian.public-never'),
      say('guardian.public-until'),
    ],
    small: [say('guardian.keep'), say('letter.guardian.mistake'), ...questions(say, project)],
  }
}

function facts(say: Say, { project, speaker, occasions }: GuardianTold): Fact[] {
  const organisers = say('letter.guardian.organisers', { project: plain(say, project.title, project.locales) })
  return [
    { label: say('letter.guardian.speaker'), value: speaker.name },
    ...occasions.map((one) => ({
      label: say('letter.guardian.story'),
      value: `${plain(say, one.slot.title, project.locales)}\n${dayOf(say, one)}`,
    })),
    { label: say('letter.guardian.asks'), value: organisers },
  ]
}

function dayOf(say: Say, { meeting, day: on }: Occasion): string {
  if (meeting.status === 'postponed') return say('guardian.date-open')
  return day(on ?? meeting.startsAt, meeting.zone, say.locale)
}

function questions(say: Say, { contactEmail }: Project): string[] {
  return contactEmail ? [say('letter.guardian.questions')] : []
}
