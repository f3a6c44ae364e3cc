import { photosPreview } from '../../views/letters/photos-preview.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { toldOf } from '../registrations/letters/told.ts'
import { albumOf } from './queries.ts'

/** Nothing once the photos were closed again. */
export const photosPreviewLetter: Writer = async (db, letter, { config }) => {
  const told = await toldOf(db, letter, config.publicUrl)
  const album = told && (await albumOf(db, told.meeting))
  if (!told || !album?.previewedAt || !album.publicFrom) return null
  const { publicFrom } = album
  return {
    ...(await worded(db, letter, (voice) => photosPreview(voice, told, publicFrom), colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
  }
}
