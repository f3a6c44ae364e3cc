import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isNotNull, sql } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { registrations } from '../../db/schema.ts'
import { type Column, personal, textColumns } from './columns.ts'

/** An unmistakable string, which says where it was put. */
export function mark({ name }: Pick<Column, 'name'>): string {
  return `planted~${name}~`
}

/** Puts one into every personal field of every row there is. */
export async function plant(db: Database): Promise<void> {
  const columns = textColumns().filter(({ name }) => personal.has(name))
  await db.transact(
    async (tx) => {
      for (const column of columns) await plantIn(tx, column)
      await tx.update(registrations).set({ birthYear: 2009 })
    },
    { touches: 'everything' },
  )
}

async function plantIn(tx: Tx, column: Column): Promise<void> {
  const { table, isJson, name } = column
  const said = { 'answers.value': { text: mark(column) }, 'speakers.links': [{ label: mark(column), url: '' }] }[name]
  const json = JSON.stringify(said ?? (name === 'speakers.languages' ? [mark(column)] : { lv: mark(column) }))
  const text = sql`${mark(column)} || coalesce(${column.column}, '')`
  const key = Object.entries(table).find(([, one]) => one === column.column)?.[0] ?? ''
  // A speaker's calendar has no address, and may have none.
  const where = name === 'personal_feeds.email_key' ? isNotNull(column.column) : undefined
  const planted = isJson || said || name === 'agenda_steps.changes' ? sql`${json}` : text
  await tx
    .update(table)
    .set({ [key]: planted })
    .where(where)
}

/** Files as uploads leave them, with such a string inside. */
export function plantFiles(dataDir: string, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true })
    writeFileSync(join(dataDir, name), `planted~file~${name}`)
  }
}

/** Which of them are found anywhere below a folder, in whatever file. */
export function plantedIn(folder: string, like = 'planted~'): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  const files = names.filter((name) => statSync(name).isFile())
  return files.flatMap((file) => plantedAmong(readFileSync(file, 'latin1'), like).map((found) => `${file}: ${found}`))
}

export function plantedAmong(text: string, like = 'planted~'): string[] {
  return [...new Set(text.match(new RegExp(`${like}[\\w.~/-]*`, 'g')))]
}
