import type { ReportTold } from '../../server/report/told.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { aboutBlocks, phaseBlocks } from './about.ts'
import { annexBlocks, linkBlocks } from './annexes.ts'
import type { Block, Part } from './blocks.ts'
import { dialogueBlocks } from './dialogue.ts'
import { meetingBlocks, storyBlocks } from './meetings.ts'
import { numberBlocks } from './numbers.ts'

/** The report from beginning to end, in the language of `say`; a part without anything in it is left out. */
export function reportOutline(say: Say, told: ReportTold, publicUrl: string): Part[] {
  const part = (key: string, title: string, blocks: Block[]): Part => ({ key, title, blocks })
  const parts = [
    part('summary', say('report.section-summary'), written(told, 'summary')),
    part('aim', say('report.aim'), aboutBlocks(say, told)),
    part('phases', say('projects.phases'), phaseBlocks(say, told)),
    part('meetings', say('projects.series'), meetingBlocks(say, told)),
    part('numbers', say('numbers.title'), numberBlocks(say, told)),
    part('stories', say('report.stories'), storyBlocks(say, told)),
    part('dialogue', say('report.dialogue'), dialogueBlocks(say, told)),
    part('worked', say('report.section-worked'), written(told, 'worked')),
    part('failed', say('report.section-failed'), written(told, 'failed')),
    part('quotes', say('report.quotes'), quoteBlocks(say, told)),
    part('photos', say('album.title'), photoBlocks(told)),
    part('next', say('report.section-next'), written(told, 'next')),
    part('links', say('projects.links'), linkBlocks(say, told, publicUrl)),
    part('annexes', say('report.annexes'), annexBlocks(say, told)),
  ]
  return parts.filter(({ blocks }) => blocks.length > 0)
}

function written({ report }: ReportTold, key: string): Block[] {
  const text = report?.sections[key] ?? {}
  return Object.keys(text).length > 0 ? [{ is: 'prose', text }] : []
}

function quoteBlocks(say: Say, { report, project: { locales } }: ReportTold): Block[] {
  const quotes = (report?.quotes ?? []).map(({ text, by }) => ({
    text: plain(say, text, locales),
    by: plain(say, by, locales),
  }))
  return quotes.length > 0 ? [{ is: 'quotes', quotes }] : []
}

/** Chosen once, and still to be shown to the funder. */
function photoBlocks({ report, meetings }: ReportTold): Block[] {
  const photos = meetings.flatMap((one) => one.photos).filter(({ id }) => report?.photoIds.includes(id))
  return photos.length > 0 ? [{ is: 'photos', photos }] : []
}
