import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import { fileFolders } from './folders.ts'

/** The last entry: SHA-256 of all others, in the form `sha256sum --check` reads. Without it an archive is cut off. */
export const sumsName = 'SHA256SUMS'
export const databaseName = 'kopa.db'

/**
 * A tar archive of a database nobody writes to and the files below `dataDir`. Files never change, so it is as of the
 * database's moment, but for those removed since: they stay away.
 */
export async function* archiveOf(database: string, dataDir: string): AsyncGenerator<Uint8Array> {
  const tar = pack()
  const packed = packAll(tar, database, dataDir)
  packed.catch((error: Error) => tar.destroy(error))
  yield* bytesOf(tar)
  await packed
}

/** What tar-stream's types leave open. */
export async function* bytesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) if (chunk instanceof Uint8Array) yield chunk
}

async function packAll(tar: Pack, database: string, dataDir: string): Promise<void> {
  const sums: string[] = []
  await packFile(tar, database, databaseName, sums)
  for (const folder of fileFolders)
    for (const name of await filesIn(join(dataDir, folder)))
      await packFile(tar, join(dataDir, folder, name), `files/${folder}/${name}`, sums)
  tar.entry({ name: sumsName, mode: 0o600 }, sums.join(''))
  tar.finalize()
}

export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noneIfAbsent)
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.new')).map(({ name }) => name)
}

async function packFile(tar: Pack, path: string, name: string, sums: string[]): Promise<void> {
  const [file] = await open(path).then((opened) => [opened], noneIfAbsent)
  if (!file) return
  try {
    sums.push(`${await packBytes(tar, file, name)}  ${name}\n`)
  } finally {
    await file.close()
  }
}

async function packBytes(tar: Pack, file: FileHandle, name: string): Promise<string> {
  const { size, mtime } = await file.stat()
  const hash = createHash('sha256')
  const entry = tar.entry({ name, size, mtime, mode: 0o600 })
  await pipeline(file.createReadStream({ autoClose: false }), hashedBy(hash), entry)
  return hash.digest('hex')
}

/** Passes on what it is given, and has `hash` hear of it. */
export function hashedBy(hash: Hash) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
}

function noneIfAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
