import { connectWriter } from '../../db/sqlite.ts'
import { spread } from './compare.ts'

const [rounds, rows] = [5, 4_000]
const groups = [1, 8, 32, 128]

/** better-sqlite3 alone, with the same durability: registrations a second, by how many go into one commit. */
export function commitAlone(file: string): Record<number, number[]> {
  const writer = connectWriter(file)
  writer.exec('create table people (id integer primary key, name text, email text unique, place text)')
  const insert = writer.prepare('insert into people (name, email, place) values (?, ?, ?)')
  const paces = Object.fromEntries(groups.map((size): [number, number[]] => [size, []]))
  let next = 0
  for (let round = 0; round < rounds; round++) {
    for (const size of groups) {
      const began = performance.now()
      for (let done = 0; done < rows; done += size) {
        writer.exec('BEGIN IMMEDIATE')
        for (let i = 0; i < size; i++) insert.run('Guest', `guest${next++}@example.org`, 'confirmed')
        writer.exec('COMMIT')
      }
      paces[size]?.push((rows * 1000) / (performance.now() - began))
    }
  }
  writer.close()
  return paces
}

export function commitTable(paces: Record<number, number[]>): string {
  return [
    `| better-sqlite3 alone, synchronous=FULL | ${groups.map((size) => `${size} in a commit`).join(' | ')} |`,
    `|---|${groups.map(() => '---|').join('')}`,
    `| rows/s (median, min–max) | ${groups.map((size) => spread(paces[size] ?? [], 0)).join(' | ')} |`,
  ].join('\n')
}
