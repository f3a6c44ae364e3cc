import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import { fileAt, listOf } from '../files/in-folder.ts'
import { type FileStore, type StoredFile, sentFolders } from '../files/store.ts'
import { mailFolder } from './folders.ts'

/** The last entry: SHA-256 of all others, in the form `sha256sum --check` reads. Without it an archive is cut off. */
export const sumsName = 'SHA256SUMS'
export const databaseName = 'kopa.db'

/**
 * A tar archive of a database nobody writes to and the files that people sent. Files never change, so it is as of the
 * database's moment, but for those removed since: they stay away.
 */
export async function* archiveOf(database: string, files: FileStore): AsyncGenerator<Uint8Array> {
  const tar = pack()
  const packed = packAll(tar, database, files)
  packed.catch((error: Error) => tar.destroy(error))
  yield* bytesOf(tar)
  await packed
}

/** What tar-stream's types leave open. */
export async function* bytesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) if (chunk instanceof Uint8Array) yield chunk
}

async function packAll(tar: Pack, database: string, files: FileStore): Promise<void> {
  const sums: string[] = []
  await packFile(tar, await fileAt(database), databaseName, sums)
  for (const folder of sentFolders)
    for (const { name } of await files.list(folder))
      await packFile(tar, await files.read(`${folder}/${name}`), `files/${folder}/${name}`, sums)
  const mail = join(files.dataDir, mailFolder)
  for (const { name } of await listOf(mail))
    await packFile(tar, await fileAt(join(mail, name)), `files/${mailFolder}/${name}`, sums)
  tar.entry({ name: sumsName, mode: 0o600 }, sums.join(''))
  tar.finalize()
}

async function packFile(tar: Pack, file: StoredFile | null, name: string, sums: string[]): Promise<void> {
  if (!file) return
  const { size, changedAt, bytes } = file
  const hash = createHash('sha256')
  const entry = tar.entry({ name, size, mtime: new Date(changedAt.epochMilliseconds), mode: 0o600 })
  await pipeline(bytes, hashedBy(hash), entry)
  sums.push(`${hash.digest('hex')}  ${name}\n`)
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
