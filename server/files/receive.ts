import { createHash } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { bePatient } from '../patience.ts'
import { Refusal, unavailable } from '../refusal.ts'
import { withNewFile } from './new-file.ts'

export const megabyte = 1024 * 1024

/** Of a form with one file in it. */
export function limitsFor(fileSize: number) {
  return { files: 1, fileSize, fields: 4, parts: 5, fieldSize: 200, fieldNameSize: 100, headerPairs: 20 }
}

/** A file as it came in; `hash` of what was sent, whatever becomes of it. */
export type Received = { path: string; name: string; hash: string }

/** One file among a form's fields; `tooBig` when more was sent than is taken. */
export type Upload = { body: Record<string, unknown>; file: Received | null; tooBig: boolean }

/** Where it is put, who is counted as its sender, and how many bytes it may have. */
export type Intake = { folder: string; sender: string; fileSize: number }

/** How many come in at the same time: in all, and from one sender. */
const atOnce = { all: 30, each: 3 }
const underWay: string[] = []

/**
 * Takes in a multipart form with one file, straight to the disk, and lends it to `use`; what that does not keep is gone
 * before anybody is answered, also when the body is torn.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  { folder, sender, fileSize }: Intake,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  return await takingIn(request, sender, async () => {
    // What says from the start that it is too big need not be sent in vain.
    if (announced(request) > fileSize + megabyte) return await use({ body: {}, file: null, tooBig: true })
    return await withNewFile(folder, async (path) => await use(await received(request, path)))
  })
}

/** Counts somebody among those who send files, for as long as `take` takes. */
export async function takingIn<T>(request: FastifyRequest, sender: string, take: () => Promise<T>): Promise<T> {
  if (underWay.length >= atOnce.all) throw unavailable()
  if (underWay.filter((one) => one === sender).length >= atOnce.each) throw new Refusal('refusal.too-often', {}, 429)
  underWay.push(sender)
  try {
    bePatient(request.raw)
    return await take()
  } finally {
    underWay.splice(underWay.indexOf(sender), 1)
  }
}

function announced(request: FastifyRequest): number {
  return Number(request.headers['content-length'] ?? 0)
}

async function received(request: FastifyRequest, path: string): Promise<Upload> {
  const upload: Upload = { body: Object.create(null), file: null, tooBig: false }
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      upload.file = await written(part, path)
      upload.tooBig = part.file.truncated
    } else {
      const again = part.fieldname in upload.body
      upload.body[part.fieldname] = again ? [part.value] : part.value
    }
  }
  return upload
}

/** Null for the empty file that browsers send when none was chosen. */
export async function written({ file, filename }: MultipartFile, path: string): Promise<Received | null> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const kept = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(file, counted, kept).finally(() => closed(kept))
  return bytes > 0 ? { path, name: filename ?? '', hash: hash.digest('hex') } : null
}

/** A stream that is torn while its file is being opened makes that file all the same, only later. */
async function closed(file: WriteStream): Promise<void> {
  if (!file.closed) await new Promise((resolve) => file.once('close', resolve))
}
