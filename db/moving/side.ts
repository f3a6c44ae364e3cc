import { Unopenable } from '../unopenable.ts'
import type { Row, Table } from './tables.ts'

/** So many rows are in memory at once. */
export const batch = 500

/** A database that nobody else works with meanwhile. Its rows come in the order of their keys. */
export type Source = { rows(table: Table): AsyncIterable<Row[]>; close(): Promise<void> }

/** What is put is there for good only once it is kept: closed before, nothing of it is. */
export type Target = Source & { put(table: Table, rows: Row[]): Promise<void>; keep(): Promise<void> }

export function refuseUnlessUpToDate(waiting: unknown[], name: string): void {
  if (waiting.length > 0)
    throw new Unopenable(
      `${name} has the tables of an older Kopā: start this version on it once, stop it, and move then.`,
    )
}

export function refuseIfAnything(table: Table | undefined, name: string): void {
  if (table) throw new Unopenable(`${name} is not empty (there are ${table.name}): name a database that holds nothing.`)
}
