import type { FastifyRequest } from 'fastify'

/** One file among a form's fields, in memory; `tooBig` when more was sent than is taken. */
export type Upload = { body: Record<string, unknown>; file: Buffer | null; tooBig: boolean }

export const uploadLimits = {
  ...{ files: 1, fileSize: 2 * 1024 * 1024 },
  ...{ fields: 8, parts: 9, fieldSize: 2_000, fieldNameSize: 100, headerPairs: 20 },
}

/** Reads a multipart form. What is wrong with the body itself is thrown, and answered as any malformed request. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const upload: Upload = { body: Object.create(null), file: null, tooBig: false }
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      upload.file = bytes.length > 0 ? bytes : null
      upload.tooBig = part.file.truncated
    } else {
      const again = part.fieldname in upload.body
      upload.body[part.fieldname] = again ? [part.value] : part.value
    }
  }
  return upload
}
