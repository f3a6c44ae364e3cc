import type { ReportTold } from '../../server/report/told.ts'
import { plain } from '../parts/texts.ts'
import { dateSpan } from '../projects/span.ts'
import type { Say } from '../say.ts'
import type { Block } from './blocks.ts'

/** What the project is for, who pays and who takes part. */
export function aboutBlocks(say: Say, { project, partners }: ReportTold): Block[] {
  const { locales } = project
  const called = (lead: boolean) =>
    partners
      .filter((partner) => partner.lead === lead)
      .map(({ name }) => plain(say, name, locales))
      .join(', ')
  const facts: [string, string][] = [
    [say('projects.dates'), dateSpan(say, project)],
    [say('projects.programme'), plain(say, project.programme, locales)],
    [say('projects.funder'), plain(say, project.funder, locales)],
    [say('projects.number'), project.number],
    [say('projects.lead-partner'), called(true)],
    [say('projects.partners'), called(false)],
  ]
  const known = facts.filter(([, fact]) => fact !== '')
  const aim: Block[] = plain(say, project.aim, locales) ? [{ is: 'prose', text: project.aim }] : []
  return known.length > 0 ? [...aim, { is: 'facts', facts: known }] : aim
}

export function phaseBlocks(say: Say, { project: { locales }, phases }: ReportTold): Block[] {
  return phases.flatMap((phase): Block[] => {
    const when = dateSpan(say, phase)
    return [
      { is: 'heading', text: plain(say, phase.title, locales) },
      ...(when ? [{ is: 'note' as const, text: when }] : []),
      ...(plain(say, phase.text, locales) ? [{ is: 'prose' as const, text: phase.text }] : []),
    ]
  })
}
