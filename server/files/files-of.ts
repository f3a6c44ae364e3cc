import type { Config } from '../config.ts'
import { filesInBucket } from './in-bucket.ts'
import { filesInFolder } from './in-folder.ts'
import type { FileStore } from './store.ts'

/** Where the settings say that files are kept. */
export function filesOf({ filesAt, dataDir }: Pick<Config, 'filesAt' | 'dataDir'>): FileStore {
  return filesAt ? filesInBucket(filesAt, dataDir) : filesInFolder(dataDir)
}

/** The same in words, without its keys. */
export function whereFiles({ filesAt, dataDir }: Pick<Config, 'filesAt' | 'dataDir'>): string {
  return filesAt ? `${filesAt.endpoint}/${filesAt.folder}` : dataDir
}
