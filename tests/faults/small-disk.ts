import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder } from '../database.ts'

const block = Buffer.alloc(64 * 1024, 1)

/**
 * A disk of so many megabytes that only the server sees, with a copy of a SQLite file on it: a tmpfs in a mount namespace of
 * its own, for which an ordinary account is enough (`unshare`, of util-linux).
 */
export function smallDisk(file: string, megabytes: number) {
  const folder = freshFolder()
  const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs ${folder} && cp ${file} ${folder}/kopa.db && exec "$@"`
  const within = ['unshare', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh']
  /** As seen from here. */
  const seen = (pid: number) => join('/proc', String(pid), 'root', folder)

  /** Takes whatever room is left. */
  function fill(pid: number) {
    const filler = openSync(join(seen(pid), 'filler'), 'a')
    try {
      for (let size = block.length; size >= 512; size /= 2) while (writes(filler, size));
    } finally {
      closeSync(filler)
    }
  }

  const clear = (pid: number) => rmSync(join(seen(pid), 'filler'))
  return { url: `sqlite:${folder}/kopa.db`, within, seen, fill, clear }
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, block, 0, size) === size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
