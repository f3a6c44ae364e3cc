import { type Moved, move } from '../../db/move.ts'
import { Unopenable } from '../../db/unopenable.ts'
import { configFromEnvironment } from '../config.ts'
import { type Copied, copyFiles } from '../files/copy-files.ts'
import { filesOf } from '../files/files-of.ts'
import type { FileStore } from '../files/store.ts'
import { s3Place } from '../s3-place.ts'
import { addresses, command } from './command.ts'

const use = 'npm run move -- FROM TO, each like sqlite:data/kopa.db or postgres://user@host/kopa'
const filesUse =
  'npm run move -- files FROM TO, each a folder like data, or s3://key:secret@host/bucket/folder, or FILES_URL for what that says'

await command(process.argv[2] === 'files' ? moveFiles : moveDatabase)

async function moveDatabase(): Promise<void> {
  const [from, to] = addresses(use)
  const moved = await move(from, to)
  const lines = moved.map(({ table, rows, sha256 }: Moved) => [table, String(rows), sha256.slice(0, 16)])
  console.log(tableOf([['table', 'rows', 'SHA-256'], ...lines]))
  const rows = moved.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${rows} rows in ${moved.length} tables are there now, read back and found the same.`)
  console.log(ofFiles())
  console.log('Then start Kopā with the new DATABASE_URL, and put the old database away: people’s data is in it.')
}

function ofFiles(): string {
  const { filesAt, dataDir } = configFromEnvironment()
  const what = 'Pictures, photos, slides and materials are not in a database'
  if (filesAt) return `${what}: they stay where FILES_URL says.`
  return `${what}: the folder ${dataDir} (DATA_DIR) must go along, or what is in it into a bucket (npm run move -- files).`
}

/** So that a bucket's keys need not stand in a command, `FILES_URL` is as good as what it says. */
async function moveFiles(): Promise<void> {
  const [from, to, ...more] = process.argv.slice(3).map(storeAt)
  if (!from || !to || more.length > 0) throw new Unopenable(`Use it like this: ${filesUse}`)
  const copied = await copyFiles(from, to)
  const lines = copied.map(({ folder, files, bytes, sha256 }: Copied) => [
    folder,
    String(files),
    String(bytes),
    sha256.slice(0, 16),
  ])
  console.log(tableOf([['folder', 'files', 'bytes', 'SHA-256'], ...lines]))
  const files = copied.reduce((sum, one) => sum + one.files, 0)
  console.log(`${files} files are there now, read back and found the same. Nothing was deleted where they were.`)
  console.log('Then start Kopā with FILES_URL as it is to be, and put the old files away: people’s data is in them.')
}

function storeAt(text: string): FileStore | null {
  const { filesAt, dataDir } = configFromEnvironment()
  const place = text === 'FILES_URL' ? filesAt : s3Place(text)
  if (place) return filesOf({ filesAt: place, dataDir })
  return text === 'FILES_URL' || text.includes('://') ? null : filesOf({ filesAt: null, dataDir: text })
}

function tableOf([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const cell = (text: string, column: number) => text[column === 0 ? 'padEnd' : 'padStart'](widths[column] ?? 0)
  return [head, ...rows].map((row) => row.map(cell).join('  ')).join('\n')
}
