import type { Finding } from '../../db/examine.ts'
import type { Config } from '../config.ts'
import { FilesAway } from '../files/away.ts'
import { filesOf, whereFiles } from '../files/files-of.ts'
import { type FileKey, putBytes, readWhole } from '../files/store.ts'

const remedy = 'See that FILES_URL names it rightly, with a key that may list, read, write and delete there.'

/** Puts a file into the bucket, finds, reads and removes it. */
export async function storeOfFiles(config: Config): Promise<Finding> {
  const about = 'FILES_URL'
  if (!config.filesAt) return { about, found: 'not set: files are in DATA_DIR' }
  const [files, where, name] = [filesOf(config), whereFiles(config), `doctor-${process.pid}`]
  const key: FileKey = `materials/${name}`
  try {
    await putBytes(files, key, name)
    const isListed = (await files.list('materials')).some((one) => one.name === name)
    const isSame = (await readWhole(files, key))?.toString() === name
    await files.remove(key)
    const isGone = (await files.read(key)) === null
    if (isListed && isSame && isGone) return { about, found: `files are listed, read, written and deleted at ${where}` }
    return { about, found: `a file at ${where} is not what was put there, or stays when it is deleted`, remedy }
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error
    return { about, found: `${where}: ${reason(error)}`, remedy }
  }
}

/** What the network or the store said, as far down as somebody said anything. */
function reason(error: Error): string {
  return error.cause instanceof Error ? reason(error.cause) : error.message
}
