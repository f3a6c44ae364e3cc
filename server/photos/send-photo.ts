import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Photo } from '../../db/schema.ts'
import { widthsOf } from '../../views/photos/widths.ts'
import { isUnchanged } from '../etag.ts'
import type { FileStore } from '../files/store.ts'
import { sandboxed } from '../headers.ts'
import { notFound } from '../refusal.ts'
import { photoKey } from './store.ts'

/** A yes can be taken back: what everybody may see is asked for again after a minute, everything else is kept nowhere. */
export async function sendPhoto(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  photo: Photo,
  width: number,
  seenBy: 'everybody' | 'few',
): Promise<FastifyReply> {
  if (photo.takenDownAt || !widthsOf(photo).includes(width)) return notFound()
  const etag = `"${photo.id}-${width}"`
  const isKept = seenBy === 'everybody' && isUnchanged(request.headers['if-none-match'], etag)
  const file = isKept ? null : ((await files.read(photoKey(photo, width))) ?? notFound())
  reply.header('cache-control', seenBy === 'everybody' ? 'public, max-age=60, must-revalidate' : 'private, no-store')
  reply.header('etag', etag).header('content-security-policy', sandboxed)
  if (!file) return reply.code(304).send()
  return reply.header('content-length', file.size).type('image/webp').send(file.bytes)
}

/** `<id>-<width>`, as the addresses of photos end. */
export function photoAddress(file: string): { id: string; width: number } {
  const [, id = '', width = '0'] = /^([0-9a-f-]{1,60}?)-(\d{1,4})$/.exec(file) ?? []
  return { id, width: Number(width) }
}
