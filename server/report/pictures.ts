import { widthsOf } from '../../views/photos/widths.ts'
import { type FileStore, readWhole } from '../files/store.ts'
import { loadSharp } from '../libraries.ts'
import { photoKey } from '../photos/store.ts'
import { logoKey } from '../projects/logos.ts'
import type { ReportTold } from './told.ts'

/** In pixels. */
export type DrawnPicture = { type: 'jpg' | 'png'; data: Buffer; width: number; height: number }

/** Sharp enough for print at half the width of a page. */
const wide = 960

/** Milliseconds for one, once the store has answered: while it stalls, others wait for their pages. */
const patience = 5_000

/** The chosen photos and the logos, by their ids, as word processors take them; a file that is gone is left out. */
export async function picturesIn(
  files: FileStore,
  told: ReportTold,
  wait = patience,
): Promise<Map<string, DrawnPicture>> {
  const ids = told.report?.photoIds ?? []
  const photos = told.meetings.flatMap((one) => one.photos).filter(({ id }) => ids.includes(id))
  const drawn = new Map<string, DrawnPicture>()
  for (const photo of photos) {
    const width = widthsOf(photo).findLast((one) => one <= wide) ?? photo.width
    const picture = await redrawn(await readWhole(files, photoKey(photo, width), wait), 'jpg')
    if (picture) drawn.set(photo.id, picture)
  }
  for (const logo of told.logos) {
    const picture = await redrawn(await readWhole(files, logoKey(logo), wait), 'png')
    if (picture) drawn.set(logo.id, picture)
  }
  return drawn
}

async function redrawn(bytes: Buffer | null, type: DrawnPicture['type']): Promise<DrawnPicture | null> {
  if (!bytes) return null
  const picture = type === 'png' ? loadSharp()(bytes).png() : loadSharp()(bytes).jpeg({ quality: 85 })
  const made = await picture.toBuffer({ resolveWithObject: true }).catch(() => null)
  return made && { type, data: made.data, width: made.info.width, height: made.info.height }
}
