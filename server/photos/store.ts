import type { Photo } from '../../db/schema.ts'
import { widthsOf } from '../../views/photos/widths.ts'
import { discard, type FileKey, type FileStore } from '../files/store.ts'

export function photoName({ id }: { id: string }, width: number): string {
  return `${id}-${width}.webp`
}

export function photoKey(photo: { id: string }, width: number): FileKey {
  return `photos/${photoName(photo, width)}`
}

export async function removePhotoFiles(files: FileStore, photo: Pick<Photo, 'id' | 'width'>): Promise<void> {
  await discard(files, ...widthsOf(photo).map((width) => photoKey(photo, width)))
}
