import { type FileHandle, open } from 'node:fs/promises'
import type { Slides } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { beginsOffice, officeFile } from './office.ts'
import { beginsPdf, isWholePdf } from './pdf.ts'
import { isRaster } from './picture.ts'

/** What a file is by its content, or why it is not taken. Its name and what the browser called it count for nothing. */
export type Verdict = { type: Slides['type']; problem: null } | { type: null; problem: MessageKey }

export async function inspect(file: string): Promise<Verdict> {
  const handle = await open(file)
  try {
    return await inspected(handle, file)
  } finally {
    await handle.close()
  }
}

async function inspected(handle: FileHandle, file: string): Promise<Verdict> {
  const beginning = await bytesAt(handle, 0, 16)
  // Drawn anew before it is kept: whether it can be is seen then.
  if (isRaster(beginning)) return { type: 'webp', problem: null }
  if (beginsOffice(beginning)) return await officeFile(file)
  if (!beginsPdf(beginning)) return { type: null, problem: 'slides.problem-kind' }
  const { size } = await handle.stat()
  const end = await bytesAt(handle, Math.max(0, size - 2048), 2048)
  return isWholePdf(end) ? { type: 'pdf', problem: null } : { type: null, problem: 'slides.problem-broken' }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(length), position })
  return buffer.subarray(0, bytesRead)
}
