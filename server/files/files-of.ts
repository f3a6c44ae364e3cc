import type { Config } from '../config.ts'
import { folderStore } from './folder-store.ts'
import type { FileStore } from './store.ts'

/** Where the settings say that files are kept. */
export function filesOf({ dataDir }: Pick<Config, 'dataDir'>): FileStore {
  return folderStore(dataDir)
}
