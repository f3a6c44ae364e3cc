import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Lends the name of a file that nobody else has, to be filled and kept; what is not kept by the end is gone. */
export async function withNewFile<T>(folder: string, use: (file: string) => Promise<T>): Promise<T> {
  const file = join(folder, `${randomUUID()}.new`)
  await mkdir(folder, { recursive: true })
  try {
    return await use(file)
  } finally {
    await rm(file, { force: true })
  }
}
