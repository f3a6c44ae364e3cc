import type { Localised } from '../../db/languages.ts'
import type { Project, Voice } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { date } from '../when.ts'
import type { LetterContent } from './frame.ts'

type AnsweredTold = {
  project: Project
  text: string
  answer: Localised
  kind: Voice['kind']
  publicUrl: string
}

type OpenTold = { project: Project; voices: readonly Voice[]; today: string; publicUrl: string }

/** So many are named in a letter; the page has them all. */
const most = 20

export function voiceAnswered(say: Say, { project, text, answer, kind, publicUrl }: AnsweredTold): LetterContent {
  const title = plain(say, project.title, project.locales)
  return {
    subject: say('letter.voice-answered.subject', { project: title }),
    heading: title,
    lead: say('letter.voice-answered.lead', { kind }),
    facts: [
      { label: say('letter.voice-answered.asked', { kind }), value: text },
      { label: say('letter.voice-answered.answer'), value: plain(say, answer, project.locales) },
    ],
    button: { label: say('letter.voice-answered.button'), url: publicUrl + paths.answered(project) },
    small: [say('letter.voice-answered.small')],
  }
}

export function voicesGiven(say: Say, told: OpenTold): LetterContent {
  const project = plain(say, told.project.title, told.project.locales)
  return {
    subject: say('letter.voices-given.subject', { project }),
    lead: say('letter.voices-given.lead', { count: told.voices.length }),
    ...openList(say, told),
    small: [say('letter.voices-given.small')],
  }
}

export function voicesReminder(say: Say, told: OpenTold): LetterContent {
  const project = plain(say, told.project.title, told.project.locales)
  const late = told.voices.filter(({ dueOn }) => dueOn && dueOn < told.today).length
  return {
    subject: say('letter.voices-reminder.subject', { project }),
    lead: say(late > 0 ? 'letter.voices-reminder.lead-late' : 'letter.voices-reminder.lead', {
      count: late || told.voices.length,
    }),
    ...openList(say, told),
    small: [say('letter.voices-given.small')],
  }
}

function openList(say: Say, { project, voices, publicUrl }: OpenTold): Pick<LetterContent, 'facts' | 'button'> {
  return {
    facts: voices.slice(0, most).map(({ text, dueOn }) => ({
      label: dueOn ? say('dialogue.until', { date: date(dueOn, say.locale) }) : say('dialogue.no-date'),
      value: text,
    })),
    button: { label: say('letter.voices-given.button'), url: publicUrl + paths.ownItems(project) },
  }
}
