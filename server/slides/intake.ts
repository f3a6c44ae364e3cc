import { type Intake, limitsFor, megabyte } from '../files/receive.ts'
import { slidesFolder } from './store.ts'

export const mostMegabytes = 30
export const slidesLimits = limitsFor(mostMegabytes * megabyte)

/** Where slides come in. */
export function intake(dataDir: string, sender: string): Intake {
  return { folder: slidesFolder(dataDir), sender, fileSize: slidesLimits.fileSize }
}
