import type { FastifyReply, FastifyRequest } from 'fastify'
import { isUnchanged } from '../etag.ts'
import { sandboxed } from '../headers.ts'
import { notFound } from '../refusal.ts'
import type { FileType } from './kinds.ts'
import type { FileKey, FileStore } from './store.ts'

const types: Record<FileType, string> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  webp: 'image/webp',
}

type Sent = { id: string; name: string; type: FileType; plainName: string }

/**
 * A file to keep, never a page of ours. Browsers ask again each time, as what is published may be taken back; the bytes
 * behind an id do not change. `seenBy`: whether its address alone opens it.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  key: FileKey,
  sent: Sent,
  seenBy: 'everybody' | 'few',
): Promise<FastifyReply> {
  const etag = `"${sent.id}"`
  const isKept = isUnchanged(request.headers['if-none-match'], etag)
  const file = isKept ? null : ((await files.read(key)) ?? notFound())
  reply.header('cache-control', seenBy === 'everybody' ? 'private, no-cache' : 'private, no-store')
  reply.header('etag', etag).header('content-security-policy', sandboxed)
  if (!file) return reply.code(304).send()
  reply.header('content-disposition', attachment(sent)).header('content-length', file.size)
  return reply.type(types[sent.type]).send(file.bytes)
}

/** RFC 6266 4.3: those that understand ASCII only are given a plain name. */
function attachment({ name, type, plainName }: Sent): string {
  const starred = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plainName}.${type}"; filename*=UTF-8''${starred}`
}
