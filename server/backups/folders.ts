import { sentFolders } from '../files/store.ts'

/** Below `DATA_DIR`, what people sent: all of it goes into a backup. Each holds files alone; what ends in `.new` is torn. */
export const fileFolders = [...sentFolders, 'inbound/new'] as const
