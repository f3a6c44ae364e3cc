import { rm } from 'node:fs/promises'
import { snapshot } from '../../db/snapshot.ts'
import type { FileStore } from '../files/store.ts'
import { archiveOf } from './archive.ts'
import type { BackupKey } from './key.ts'
import { seal } from './seal.ts'
import type { Store } from './store.ts'

/** What a backup is of. */
export type Place = { file: string; files: FileStore }

/** Backs up a database that may be in use, with all files that people sent, as one archive. Throws `Unopenable`. */
export async function backUp({ file, files }: Place, store: Store, name: string, key: BackupKey | null): Promise<void> {
  const copy = `${file}-snapshot-${process.pid}`
  try {
    await snapshot(file, copy)
    const archive = archiveOf(copy, files)
    await store.put(name, key ? await seal(archive, key) : archive)
  } finally {
    await rm(copy, { force: true })
  }
}
