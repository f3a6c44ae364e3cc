import type { Photo } from '../../db/schema.ts'
import { widthsOf } from '../../views/photos/widths.ts'
import type { FileKey, FileStore } from '../files/store.ts'

export function photoName({ id }: { id: string }, width: number): string {
  return `${id}-${width}.webp`
}

export function photoKey(photo: { id: string }, width: number): FileKey {
  return `photos/${photoName(photo, width)}`
}

export async function removePhotoFiles(files: FileStore, photo: Pick<Photo, 'id' | 'width'>): Promise<void> {
  for (const width of widthsOf(photo)) await files.remove(photoKey(photo, width))
}
