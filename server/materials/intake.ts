import { type Intake, limitsFor, megabyte } from '../files/receive.ts'
import { comingIn, type FileStore } from '../files/store.ts'

export const mostMegabytes = 30

/** Beside the file: a title in each language, and what is said of it. */
export const materialLimits = { ...limitsFor(mostMegabytes * megabyte), fields: 12, parts: 13, fieldSize: 8_000 }

export function intake(files: FileStore, sender: string): Intake {
  return { folder: comingIn(files, 'materials'), sender, fileSize: materialLimits.fileSize }
}
