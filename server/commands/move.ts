import { type Moved, move } from '../../db/move.ts'
import { configFromEnvironment } from '../config.ts'
import { addresses, command } from './command.ts'

await command(async () => {
  const [from, to] = addresses('npm run move -- FROM TO, each like sqlite:data/kopa.db or postgres://user@host/kopa')
  const moved = await move(from, to)
  console.log(tableOf(moved))
  const rows = moved.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${rows} rows in ${moved.length} tables are there now, read back and found the same.`)
  console.log(
    `Pictures, photos, slides and materials are not in a database: the folder ${configFromEnvironment().dataDir} (DATA_DIR) must go along.`,
  )
  console.log('Then start Kopā with the new DATABASE_URL, and put the old database away: people’s data is in it.')
})

function tableOf(moved: Moved[]): string {
  const width = Math.max(...moved.map(({ table }) => table.length))
  const line = (table: string, rows: string, sum: string) => `${table.padEnd(width)}  ${rows.padStart(9)}  ${sum}`
  const lines = moved.map(({ table, rows, sha256 }) => line(table, String(rows), sha256.slice(0, 16)))
  return [line('table', 'rows', 'SHA-256'), ...lines].join('\n')
}
