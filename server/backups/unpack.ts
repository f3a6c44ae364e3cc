import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import { Unopenable } from '../../db/unopenable.ts'
import { isOwnName } from '../files/own-name.ts'
import { bytesOf, databaseName, hashedBy, sumsName } from './archive.ts'
import { fileFolders } from './folders.ts'

/** Where an archive's database goes, and the folders of its files. */
type Places = { database: string; files: string }

/** Lays down what is in an archive, and compares each file with its checksum. Throws `Unopenable`, which `what` begins. */
export async function unpack(archive: AsyncIterable<Uint8Array>, to: Places, what: string): Promise<void> {
  const found = new Map<string, string>()
  let sums: string | null = null
  try {
    for await (const entry of entriesOf(archive)) {
      if (sums !== null) throw new Unopenable(`${what} goes on after its end: it is no backup of Kopā.`)
      if (entry.header.name === sumsName) sums = await text(bytesOf(entry))
      else found.set(entry.header.name, await layDown(entry, placeOf(entry, to, what)))
    }
  } catch (error) {
    if (error instanceof Unopenable || isOfTheDisk(error)) throw error
    throw new Unopenable(damaged(what), { cause: error })
  }
  if (sums === null) throw new Unopenable(`${what} is cut off: its end is missing. Take another backup.`)
  if (!isAsSummed(found, sums)) throw new Unopenable(damaged(what))
}

type Entry = AsyncIterable<unknown> & { header: Header }

async function* entriesOf(archive: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const tar = extract()
  const reading = pipeline(Readable.from(archive), tar)
  reading.catch((error: Error) => tar.destroy(error))
  yield* tar
  await reading
}

/** Only what we pack ourselves: a name from elsewhere could lead out of the folder. */
function placeOf({ header: { name } }: Entry, to: Places, what: string): string {
  if (name === databaseName) return to.database
  const folder = fileFolders.find((one) => name.startsWith(`files/${one}/`))
  const file = folder ? name.slice(`files/${folder}/`.length) : ''
  if (!folder || !isOwnName(file)) throw new Unopenable(`${what} holds ${name}, which is not of Kopā.`)
  return join(to.files, folder, file)
}

async function layDown(entry: Entry, place: string): Promise<string> {
  const hash = createHash('sha256')
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await pipeline(bytesOf(entry), hashedBy(hash), createWriteStream(place, { mode: 0o600, flush: true }))
  return hash.digest('hex')
}

function isAsSummed(found: ReadonlyMap<string, string>, sums: string): boolean {
  const lines = [...found].map(([name, sum]) => `${sum}  ${name}\n`)
  return found.has(databaseName) && lines.sort().join('') === (sums.match(/.*\n/g) ?? []).sort().join('')
}

function damaged(what: string): string {
  return `${what} is not what was backed up: a checksum is another, or part of it is gone. Take another backup.`
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E(NOSPC|DQUOT|ROFS|ACCES|PERM|IO)$/.test(String(error.code))
}
