import { createHash } from 'node:crypto'
import type { FileKey } from '../files/store.ts'

export function materialKey({ id }: { id: string }): FileKey {
  return `materials/${id}`
}

type Place = { project: { id: string }; meeting: { id: string } | null }

/** From what it is and whose: the same file or link for the same meeting is the same material. */
export function materialId({ project, meeting }: Place, what: string): string {
  const whose = `${project.id} ${meeting?.id ?? ''} `
  return createHash('sha256').update(whose).update(what).digest('hex').slice(0, 32)
}
