import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Whole files are called by the id of their row; what is still coming in, `.new`. */
export function materialsFolder(dataDir: string): string {
  return join(dataDir, 'materials')
}

export function materialFile(dataDir: string, { id }: { id: string }): string {
  return join(materialsFolder(dataDir), id)
}

export async function keepFile(dataDir: string, file: string, material: { id: string }): Promise<void> {
  await rename(file, materialFile(dataDir, material))
}

export async function removeFile(dataDir: string, material: { id: string }): Promise<void> {
  await rm(materialFile(dataDir, material), { force: true })
}

type Place = { project: { id: string }; meeting: { id: string } | null }

/** From what it is and whose: the same file or link for the same meeting is the same material. */
export function materialId({ project, meeting }: Place, what: string): string {
  const whose = `${project.id} ${meeting?.id ?? ''} `
  return createHash('sha256').update(whose).update(what).digest('hex').slice(0, 32)
}
