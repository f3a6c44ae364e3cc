import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { inLanguage } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { slotsOf } from '../agenda/queries.ts'
import { withNewFile } from '../files/new-file.ts'
import { comingIn, type FileStore } from '../files/store.ts'
import { handIn } from '../slides/hand-in.ts'
import { publishAllSlides } from '../slides/publish-slides.ts'
import { slugFrom } from '../slug.ts'
import { sheet } from './sheet.ts'

/** Every third story of a meeting that is over left its slides, for everybody to read. */
export async function shareSlides(
  db: Database,
  files: FileStore,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const told = (await slotsOf(db, meeting)).filter(({ type }) => type === 'story')
  for (const slot of told.filter((_, i) => i % 3 === 0)) {
    await withNewFile(comingIn(files, 'slides'), async (path) => {
      const pdf = sheet(titleOf(slot), ['Gen-Y City: an example'])
      await writeFile(path, pdf)
      const received = {
        path,
        name: `${slugFrom(inLanguage(slot.title, 'lv', []).text)}.pdf`,
        hash: createHash('sha256').update(pdf).digest('hex'),
      }
      await handIn(db, files, { project, meeting, slot }, received, null, { organiser: by }, now)
    })
  }
  await publishAllSlides(db, { project, meeting }, by, now.add({ minutes: 30 }))
}

function titleOf({ title }: Slot): string {
  return inLanguage(title, 'en', []).text
}
