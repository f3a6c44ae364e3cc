import { type Intake, limitsFor, megabyte } from '../files/receive.ts'
import { comingIn, type FileStore } from '../files/store.ts'

export const mostMegabytes = 30
export const slidesLimits = limitsFor(mostMegabytes * megabyte)

/** Where slides come in. */
export function intake(files: FileStore, sender: string): Intake {
  return { folder: comingIn(files, 'slides'), sender, fileSize: slidesLimits.fileSize }
}
