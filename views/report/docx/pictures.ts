import type { Paragraph } from 'docx'
import type { Locale } from '../../../db/languages.ts'
import type { Photo } from '../../../db/schema.ts'
import type { DrawnPicture } from '../../../server/report/pictures.ts'
import type { ReportTold } from '../../../server/report/told.ts'
import { plain } from '../../parts/texts.ts'
import type { Say } from '../../say.ts'
import { loadDocx } from './load.ts'

type Pictures = ReadonlyMap<string, DrawnPicture>

/** Pixels at 96 to the inch: as wide as the text, and so high that two fit on a page. */
const photoBox = { width: 600, height: 380 }
const logoBox = { width: 170, height: 70 }

export function photoParagraphs(
  say: Say,
  locales: readonly Locale[],
  photos: readonly Photo[],
  pictures: Pictures,
): Paragraph[] {
  const { Paragraph, TextRun } = loadDocx()
  return photos.flatMap((photo) => {
    const drawn = pictures.get(photo.id)
    if (!drawn) return []
    const alt = plain(say, photo.alt, locales)
    const under = [alt, photo.credit].filter(Boolean).join(' · ')
    return [
      new Paragraph({ keepNext: true, children: [image(drawn, alt, photoBox)] }),
      new Paragraph({ children: [new TextRun({ text: under, size: 18 })] }),
    ]
  })
}

/** The emblem of the programme and the marks of the others, beside each other. */
export function logoLine(say: Say, { project, logos }: ReportTold, pictures: Pictures): Paragraph[] {
  const { Paragraph, TextRun } = loadDocx()
  const runs = logos.flatMap((logo) => {
    const drawn = pictures.get(logo.id)
    return drawn ? [image(drawn, plain(say, logo.alt, project.locales), logoBox), new TextRun('   ')] : []
  })
  return runs.length > 0 ? [new Paragraph({ children: runs })] : []
}

function image({ type, data, width, height }: DrawnPicture, alt: string, box: { width: number; height: number }) {
  const scale = Math.min(1, box.width / width, box.height / height)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const { ImageRun } = loadDocx()
  return new ImageRun({ type, data, transformation, altText: { name: alt, title: alt, description: alt } })
}
