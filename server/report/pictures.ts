import { widthsOf } from '../../views/photos/widths.ts'
import { type FileKey, type FileStore, readWhole } from '../files/store.ts'
import { loadSharp } from '../libraries.ts'
import { photoKey } from '../photos/store.ts'
import { logoKey } from '../projects/logos.ts'
import type { ReportTold } from './told.ts'

/** In pixels. */
export type DrawnPicture = { type: 'jpg' | 'png'; data: Buffer; width: number; height: number }

type Chosen = { id: string; type: DrawnPicture['type']; key: FileKey }

/** Sharp enough for print at half the width of a page. */
const wide = 960

/** Milliseconds until all of them have been read: while a store stalls, others wait for their pages. */
const patience = 20_000

/**
 * The chosen photos and the logos, by their ids, as word processors take them; a file that is gone is left out. Throws
 * `FilesAway`.
 */
export async function picturesIn(
  files: FileStore,
  told: ReportTold,
  wait = patience,
): Promise<Map<string, DrawnPicture>> {
  const over = AbortSignal.timeout(wait)
  const reading = chosenIn(told).map(async (one) => ({ ...one, bytes: await readWhole(files, one.key, over) }))
  const drawn = new Map<string, DrawnPicture>()
  for (const { id, type, bytes } of await Promise.all(reading)) {
    const picture = await redrawn(bytes, type)
    if (picture) drawn.set(id, picture)
  }
  return drawn
}

function chosenIn({ report, meetings, logos }: ReportTold): Chosen[] {
  const ids = report?.photoIds ?? []
  const photos = meetings.flatMap((one) => one.photos).filter(({ id }) => ids.includes(id))
  return [
    ...photos.map((photo) => ({ id: photo.id, type: 'jpg' as const, key: photoKey(photo, widthFor(photo)) })),
    ...logos.map((logo) => ({ id: logo.id, type: 'png' as const, key: logoKey(logo) })),
  ]
}

function widthFor(photo: ReportTold['meetings'][number]['photos'][number]): number {
  return widthsOf(photo).findLast((one) => one <= wide) ?? photo.width
}

async function redrawn(bytes: Buffer | null, type: DrawnPicture['type']): Promise<DrawnPicture | null> {
  if (!bytes) return null
  const picture = type === 'png' ? loadSharp()(bytes).png() : loadSharp()(bytes).jpeg({ quality: 85 })
  const made = await picture.toBuffer({ resolveWithObject: true }).catch(() => null)
  return made && { type, data: made.data, width: made.info.width, height: made.info.height }
}
