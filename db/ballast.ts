import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const bytes = 2 * 1024 * 1024

/**
 * Room kept on the disk beside `file`. When the disk is full even deleting fails, as it is written down first: then
 * this is thrown out, so that the purge and whoever makes room by hand can go on. It comes back when there is room.
 */
export function keepBallast(file: string) {
  const ballast = `${file}-ballast`

  /** Whether it is there again, after it was not. */
  function takeOn(): boolean {
    const { bavail, bsize } = statfsSync(dirname(file))
    if (existsSync(ballast) || bavail * bsize < 10 * bytes) return false
    writeFileSync(ballast, Buffer.alloc(bytes, 1))
    return true
  }

  takeOn()
  return { takeOn, throwOut: () => rmSync(ballast, { force: true }) }
}
