import type { Paragraph, Table } from 'docx'
import { inLanguage, type Locale } from '../../../db/languages.ts'
import type { DrawnPicture } from '../../../server/report/pictures.ts'
import type { Say } from '../../say.ts'
import type { Block, Line, Quote } from '../blocks.ts'
import { loadDocx } from './load.ts'
import { photoParagraphs } from './pictures.ts'
import { proseDocx } from './prose.ts'
import { tableDocx } from './table.ts'

/** One piece of a report in a word processor's file. */
export function blockDocx(
  say: Say,
  locales: readonly Locale[],
  block: Block,
  pictures: ReadonlyMap<string, DrawnPicture>,
): (Paragraph | Table)[] {
  const { HeadingLevel, Paragraph } = loadDocx()
  switch (block.is) {
    case 'prose':
      return proseDocx(inLanguage(block.text, say.locale, locales).text)
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })]
    case 'note':
      return [new Paragraph({ text: block.text })]
    case 'facts':
      return block.facts.map(factLine)
    case 'lines':
      return block.lines.map(lineDocx)
    case 'table':
      return tableDocx(say, block)
    case 'quotes':
      return block.quotes.flatMap(quoteDocx)
    case 'photos':
      return photoParagraphs(say, locales, block.photos, pictures)
  }
}

function factLine([term, fact]: [string, string]): Paragraph {
  const { Paragraph, TextRun } = loadDocx()
  return new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(fact)] })
}

function lineDocx({ text, detail, href }: Line): Paragraph {
  const { ExternalHyperlink, Paragraph, TextRun } = loadDocx()
  const told = href
    ? new ExternalHyperlink({ link: href, children: [new TextRun({ text, style: 'Hyperlink' })] })
    : new TextRun(text)
  const more = detail ? [new TextRun(` – ${detail}`)] : []
  // On paper nobody can follow a link.
  const address = href ? [new TextRun(` (${href})`)] : []
  return new Paragraph({ bullet: { level: 0 }, children: [told, ...more, ...address] })
}

function quoteDocx({ text, by }: Quote): Paragraph[] {
  const { Paragraph, TextRun } = loadDocx()
  const indent = { left: 480 }
  return [
    new Paragraph({ indent, keepNext: true, children: [new TextRun({ text, italics: true })] }),
    new Paragraph({ indent, text: `– ${by}` }),
  ]
}
