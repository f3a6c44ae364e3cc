import type { ReportTold } from '../../server/report/told.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { date } from '../when.ts'
import type { Block, Row } from './blocks.ts'

/** Questions that got an answer, and what the city promised. */
export function dialogueBlocks(say: Say, { project: { locales }, answers, promises }: ReportTold): Block[] {
  const told: Block[] = answers > 0 ? [{ is: 'note', text: say('report.answers', { answers }) }] : []
  if (promises.length === 0) return told
  const rows = promises.map(({ commitment }): Row => {
    const { said, will, did, dueOn, state } = commitment
    const due = dueOn && state !== 'kept' && state !== 'dropped' ? date(dueOn, say.locale) : ''
    const stands = [say(`commitment.state-${state}`), due && say('commitment.due', { date: due })]
    return {
      cells: [...[said, will, did].map((text) => plain(say, text, locales)), stands.filter(Boolean).join(', ')],
    }
  })
  const heads = [...[say('commitment.said'), say('commitment.will'), say('commitment.did')], say('commitment.state')]
  return [...told, { is: 'table', label: say('commitments.title'), heads, rows }]
}
