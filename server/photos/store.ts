import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Photo } from '../../db/schema.ts'
import { widthsOf } from '../../views/photos/widths.ts'

/** Whole files are called by their photo's id and width; what is still coming in, `.new`. */
export function photosFolder(dataDir: string): string {
  return join(dataDir, 'photos')
}

export function photoName({ id }: { id: string }, width: number): string {
  return `${id}-${width}.webp`
}

export function photoFile(dataDir: string, photo: { id: string }, width: number): string {
  return join(photosFolder(dataDir), photoName(photo, width))
}

export async function removePhotoFiles(dataDir: string, photo: Pick<Photo, 'id' | 'width'>): Promise<void> {
  for (const width of widthsOf(photo)) await rm(photoFile(dataDir, photo, width), { force: true })
}
