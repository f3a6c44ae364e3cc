import type { FastifyRequest } from 'fastify'
import type { Database } from '../../db/open.ts'
import type { MessageKey } from '../../views/say.ts'
import { withNewFile } from '../files/new-file.ts'
import { type Received, takingIn, written } from '../files/receive.ts'
import { comingIn, type FileStore } from '../files/store.ts'
import { addPhoto, type Where } from './add-photo.ts'

export type Refused = { name: string; key: MessageKey }

/** Takes in as many photos as were sent, one after the other; returns those that were not taken, and why. */
export async function receivePhotos(
  request: FastifyRequest,
  db: Database,
  files: FileStore,
  where: Where,
  now: () => Temporal.Instant,
): Promise<{ sent: number; refused: Refused[] }> {
  const refused: Refused[] = []
  let sent = 0
  await takingIn(request, where.by.id, async () => {
    for await (const part of request.files()) {
      const key = await withNewFile(comingIn(files, 'photos'), async (path) => {
        const file = await written(part, path)
        if (file) sent += 1
        return file && (part.file.truncated ? 'album.problem-size' : await take(file))
      })
      if (key) refused.push({ name: part.filename ?? '', key })
    }
  })
  return { sent, refused }

  function take(file: Received) {
    return addPhoto(db, files, where, file, now())
  }
}
