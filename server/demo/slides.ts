import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { inLanguage } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { slotsOf } from '../agenda/queries.ts'
import { withNewFile } from '../files/new-file.ts'
import { handIn } from '../slides/hand-in.ts'
import { publishAllSlides } from '../slides/publish-slides.ts'
import { slidesFolder } from '../slides/store.ts'
import { slugFrom } from '../slug.ts'

/** Every third story of a meeting that is over left its slides, for everybody to read. */
export async function shareSlides(
  db: Database,
  dataDir: string,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const told = (await slotsOf(db, meeting)).filter(({ type }) => type === 'story')
  for (const slot of told.filter((_, i) => i % 3 === 0)) {
    await withNewFile(slidesFolder(dataDir), async (path) => {
      const pdf = sheet(slot)
      await writeFile(path, pdf)
      const received = {
        path,
        name: `${slugFrom(titleOf(slot))}.pdf`,
        hash: createHash('sha256').update(pdf).digest('hex'),
      }
      await handIn(db, dataDir, { project, meeting, slot }, received, null, { organiser: by }, now)
    })
  }
  await publishAllSlides(db, { project, meeting }, by, now.add({ minutes: 30 }))
}

/** One landscape sheet with the story's title: a whole PDF 1.4, in letters that every reader has. */
function sheet(slot: Slot): string {
  const title = titleOf(slot)
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[()\\]/g, '')
  const drawn = `BT /F1 28 Tf 60 280 Td (${title}) Tj ET BT /F1 16 Tf 60 240 Td (Gen-Y City: an example) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 474] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ]
  const numbered = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`)
  const head = '%PDF-1.4\n'
  const places = numbered.map((_, i) => head.length + numbered.slice(0, i).join('').length)
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const body = head + numbered.join('')
  const count = objects.length + 1
  return `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

function titleOf({ title }: Slot): string {
  return inLanguage(title, 'en', []).text
}
