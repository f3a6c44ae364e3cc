import type { Everything } from '../../server/my-data/queries.ts'
import { plain } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { plainly, type Section } from './section.ts'
import { sections } from './sections.ts'

/** The same as the page, as plain text to keep. */
export function dataText(say: Say, all: Everything): string {
  const { project, meeting } = all
  const head = [say('my-data.title'), plain(say, meeting.title, project.locales), whenText(say, meeting)]
  return [head.join('\n'), ...sections(say, all).map(sectionText)].join('\n\n\n').concat('\n')
}

function sectionText({ title, entries, note }: Section): string {
  const lines = entries.map((one) => {
    const line = `${plainly(one.label)}: ${plainly(one.text)}`
    return one.note ? `${line}\n  (${one.note})` : line
  })
  return [title.toLocaleUpperCase(), ...lines, ...(note ? ['', note] : [])].join('\n')
}
