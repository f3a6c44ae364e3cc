import type { SpokenSlot } from '../../server/agenda/queries.ts'
import type { Warning } from '../../server/agenda/warnings.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'
import type { AgendaView } from './page.ts'

/** What is wrong with a slot, in a sentence. */
export function warned(
  say: Say,
  { project: { locales } }: Pick<AgendaView, 'project'>,
  warning: Warning<SpokenSlot>,
): string {
  switch (warning.kind) {
    case 'overlap':
      return say('agenda.warning.overlap', { title: plain(say, warning.with.title, locales) })
    case 'speaker-elsewhere': {
      const title = plain(say, warning.with.title, locales)
      return say('agenda.warning.speaker-elsewhere', { speaker: warning.speaker, title })
    }
    case 'untranslated': {
      const languages = new Intl.ListFormat(say.locale).format(warning.locales.map((locale) => languageNames[locale]))
      return say('agenda.warning.untranslated', { languages })
    }
    case 'before-the-start':
    case 'past-the-end':
      return say(`agenda.warning.${warning.kind}`)
    default:
      return say(`agenda.warning.${warning.kind}`, { speaker: warning.speaker })
  }
}
