import type { Footer, Paragraph } from 'docx'
import type { Locale } from '../../../db/languages.ts'
import type { DrawnPicture } from '../../../server/report/pictures.ts'
import type { ReportTold } from '../../../server/report/told.ts'
import { plain } from '../../parts/texts.ts'
import type { Say } from '../../say.ts'
import { shortDay } from '../../when.ts'
import type { Part } from '../blocks.ts'
import { blockDocx } from './block.ts'
import { loadDocx } from './load.ts'
import { logoLine } from './pictures.ts'

const tags: Record<Locale, string> = { lv: 'lv-LV', en: 'en-GB', ru: 'ru-RU', uk: 'uk-UA' }

/** The report as a file for word processors (ISO/IEC 29500), A4, with the marks its funder asks for. */
export async function reportDocument(
  say: Say,
  told: ReportTold,
  parts: readonly Part[],
  pictures: ReadonlyMap<string, DrawnPicture>,
): Promise<Buffer> {
  const { Document, HeadingLevel, Packer, Paragraph } = loadDocx()
  const { project } = told
  const title = `${plain(say, project.title, project.locales)} – ${say('report.title')}`
  const body = parts.flatMap((part) => [
    new Paragraph({ text: part.title, heading: HeadingLevel.HEADING_1 }),
    ...part.blocks.flatMap((block) => blockDocx(say, project.locales, block, pictures)),
  ])
  const document = new Document({
    title,
    creator: plain(say, project.title, project.locales),
    description: title,
    styles: styles(say.locale),
    numbering: { config: [ordered()] },
    sections: [
      {
        properties: { page: { size: { width: '210mm', height: '297mm' }, margin: margins } },
        footers: { default: footer(say, told) },
        children: [...head(say, told, pictures), ...body, ...disclaimer(say, told)],
      },
    ],
  })
  return await Packer.toBuffer(document)
}

const margins = { top: '20mm', bottom: '20mm', left: '22mm', right: '22mm' } as const

function ordered() {
  const { AlignmentType, LevelFormat } = loadDocx()
  const levels = [0, 1, 2].map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  }))
  return { reference: 'ordered', levels }
}

function styles(locale: Locale) {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: '1A1523' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  const paragraph = { spacing: { after: 120, line: 276 } }
  const run = { font: 'Arial', size: 21, language: { value: tags[locale] } }
  return {
    default: {
      document: { run, paragraph },
      title: { run: { size: 48, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
      heading1: heading(30, 360),
      heading2: heading(24, 240),
      heading3: heading(22, 200),
    },
  }
}

function head(say: Say, told: ReportTold, pictures: ReadonlyMap<string, DrawnPicture>): Paragraph[] {
  const { HeadingLevel, Paragraph } = loadDocx()
  const { project, report } = told
  const { locales } = project
  const state = report?.finishedAt
    ? say('report.finished-on', { day: shortDay(report.finishedAt, project.zone, say.locale) })
    : say('report.unfinished')
  const lines = [plain(say, project.programme, locales), plain(say, project.funder, locales), state]
  return [
    ...logoLine(say, told, pictures),
    new Paragraph({ text: say('report.title') }),
    new Paragraph({ text: plain(say, project.title, locales), heading: HeadingLevel.TITLE }),
    ...lines.filter(Boolean).map((text) => new Paragraph({ text })),
  ]
}

function disclaimer(say: Say, { project }: ReportTold): Paragraph[] {
  const { Paragraph, TextRun } = loadDocx()
  const text = plain(say, project.disclaimer, project.locales)
  return text ? [new Paragraph({ spacing: { before: 480 }, children: [new TextRun({ text, italics: true })] })] : []
}

function footer(say: Say, { project }: ReportTold): Footer {
  const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = loadDocx()
  const name = plain(say, project.title, project.locales)
  const numbered = new TextRun({
    size: 18,
    children: [`${name} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [numbered] })] })
}
