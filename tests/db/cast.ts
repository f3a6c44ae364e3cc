import type { Database, Deed, Tx } from '../../db/open.ts'
import { organisers } from '../../db/schema.ts'

const createdAt = Temporal.Instant.from('2026-03-01T10:00:00Z')

/** An organiser's row; whoever has the same name has the same address, which may be there only once. */
export function named(name: string) {
  return { id: name, name, email: `${name}@example.org`, locale: 'lv' as const, createdAt }
}

export function add(db: Database, name: string, touches = 'nothing') {
  return db.transact((tx) => insert(tx, name), { touches })
}

export async function insert(tx: Tx, name: string): Promise<void> {
  await tx.insert(organisers).values(named(name))
}

export async function names(db: Pick<Database, 'select'>): Promise<string[]> {
  const rows = await db.select({ name: organisers.name }).from(organisers).orderBy(organisers.name)
  return rows.map(({ name }) => name)
}

export const failing: Deed<never> = async (tx) => {
  await insert(tx, 'half-done')
  throw new Error('changed its mind')
}
