import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Database } from '../../db/open.ts'
import { albums, type Photo, photoPeople, photos } from '../../db/schema.ts'
import { photoKey } from '../../server/photos/store.ts'
import { widthsOf } from '../../views/photos/widths.ts'

/** A photo of a meeting, without a file: who is in it nobody has looked at unless said. */
export async function addPhoto(db: Database, meeting: { id: string }, about: Partial<Photo> = {}): Promise<Photo> {
  const number = (await db.select().from(photos)).length + 1
  const row = {
    ...{ meetingId: meeting.id, position: number, contentHash: `hash-${number}`, alt: { lv: `Bilde ${number}` } },
    ...{ width: 960, height: 640, channels: ['web' as const], addedAt: Temporal.Instant.from('2026-11-01T10:00:00Z') },
    ...about,
  }
  return await db.transact(
    async (tx) => {
      const [photo] = await tx.insert(photos).values(row).returning()
      if (!photo) throw new Error('no photo')
      return photo
    },
    { touches: 'everything' },
  )
}

export async function mark(db: Database, photo: Photo, whom: Partial<typeof photoPeople.$inferInsert>) {
  await db.transact((tx) => tx.insert(photoPeople).values({ ...whom, photoId: photo.id }), { touches: 'everything' })
}

export async function openAlbum(db: Database, meeting: { id: string }, publicFrom: Temporal.Instant) {
  const row = { meetingId: meeting.id, previewedAt: publicFrom.subtract({ hours: 72 }), publicFrom }
  await db.transact((tx) => tx.insert(albums).values(row), { touches: 'everything' })
}

/** The files that all photos in a database should have, each in one colour. */
export async function photoFilesIn(dataDir: string, all: readonly Photo[]) {
  await mkdir(join(dataDir, 'photos'), { recursive: true })
  for (const photo of all) {
    for (const width of widthsOf(photo)) {
      const height = Math.round((width * photo.height) / photo.width)
      const plain = sharp({ create: { width, height, channels: 3, background: 'teal' } })
      await plain.webp().toFile(join(dataDir, photoKey(photo, width)))
    }
  }
}
