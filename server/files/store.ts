import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { addAbortSignal, type Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { FilesAway } from './away.ts'
import { withNewFile } from './new-file.ts'

/** What people send, each kind in a folder of its own. */
export const sentFolders = ['logos', 'speakers', 'photos', 'slides', 'materials', 'answers'] as const

export type SentFolder = (typeof sentFolders)[number]
/** Also who was erased, by their registration's id: servers that share files tell each other. */
export type Folder = SentFolder | 'erased'

/** Where a file is: its folder, and the name it has there. What is behind a key never becomes another file. */
export type FileKey = `${Folder}/${string}`

export type Listed = { name: string; changedAt: Temporal.Instant }
/** Whoever opens `bytes` reads them to their end, or destroys them. */
export type StoredFile = { size: number; changedAt: Temporal.Instant; bytes: Readable }

/** Where the files that people send are kept. */
export type FileStore = {
  /** On this machine: below it files come in and are redrawn, in a folder of the same name, before they are put. */
  dataDir: string
  /** Whether other machines see what is put. */
  isShared: boolean
  /** Takes a file from there; it is whole under its key once this resolves, or not there. */
  put(file: string, key: FileKey): Promise<void>
  /** Null when there is none. */
  read(key: FileKey): Promise<StoredFile | null>
  remove(key: FileKey): Promise<void>
  list(folder: Folder): Promise<Listed[]>
}

/** Where a folder's files come in. */
export function comingIn({ dataDir }: Pick<FileStore, 'dataDir'>, folder: SentFolder): string {
  return join(dataDir, folder)
}

/** Null when there is none. Throws `FilesAway`; once the store has answered, also when `over` says so. */
export async function readWhole(files: FileStore, key: FileKey, over?: AbortSignal): Promise<Buffer | null> {
  const file = await files.read(key)
  if (!file) return null
  return await buffer(over ? addAbortSignal(over, file.bytes) : file.bytes).catch(brokenOff)
}

function brokenOff(cause: Error): never {
  throw new FilesAway('It broke off.', { cause })
}

/** Removes files whose rows are gone. What a store that is away keeps is nobody's any more, and is swept once it is back. */
export async function discard(files: FileStore, ...keys: readonly FileKey[]): Promise<void> {
  try {
    for (const key of keys) await files.remove(key)
  } catch (error) {
    // One wait for a store that does not answer is enough.
    if (!(error instanceof FilesAway)) throw error
  }
}

/** Whole or not at all, whenever the power goes. */
export async function putBytes(files: FileStore, key: FileKey, bytes: Uint8Array | string): Promise<void> {
  await withNewFile(dirname(join(files.dataDir, key)), async (path) => {
    await writeFile(path, bytes, { mode: 0o600, flush: true })
    await files.put(path, key)
  })
}
