import { type FileHandle, open } from 'node:fs/promises'
import type { MessageKey } from '../../views/say.ts'
import type { FileType } from './kinds.ts'
import { beginsOffice, officeFile } from './office.ts'
import { beginsPdf, isWholePdf } from './pdf.ts'
import { isRaster } from './picture.ts'

/** What a file is by its content, or why it is not taken. Its name and what the browser called it count for nothing. */
export type Verdict<Type extends FileType = FileType> =
  | { type: Type; problem: null }
  | { type: null; problem: MessageKey }

/** Only the kinds in `takes`; any other is as foreign as one we do not know. */
export async function inspect<Type extends FileType>(file: string, takes: readonly Type[]): Promise<Verdict<Type>> {
  const handle = await open(file)
  try {
    const verdict = await inspected(handle, file)
    if (verdict.problem !== null) return verdict
    const type = takes.find((one) => one === verdict.type)
    return type ? { type, problem: null } : { type: null, problem: 'slides.problem-kind' }
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
