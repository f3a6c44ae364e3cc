import { s3Place } from '../s3-place.ts'
import { s3Store } from './s3-store.ts'
import { folderStore, type Store } from './store.ts'

/** What `BACKUP_TO` names. */
export function storeOf(to: string, dataDir: string): Store {
  const place = s3Place(to)
  return place ? s3Store(place, dataDir) : folderStore(to)
}
