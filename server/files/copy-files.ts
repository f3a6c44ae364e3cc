import { createHash } from 'node:crypto'
import { Unopenable } from '../../db/unopenable.ts'
import { type FileKey, type FileStore, putBytes, readWhole, type SentFolder, sentFolders } from './store.ts'

/** `sha256` over the names of a folder's files and the SHA-256 of each, as `sha256sum` writes them down. */
export type Copied = { folder: SentFolder; files: number; bytes: number; sha256: string }

/**
 * Copies all files from one store to another, and reads each back there; what is there already and the same is left as it
 * is. Throws `Unopenable` at the first that does not read back as it was.
 */
export async function copyFiles(from: FileStore, to: FileStore): Promise<Copied[]> {
  const all: Copied[] = []
  for (const folder of sentFolders) {
    const copied = { folder, files: 0, bytes: 0 }
    const sums = createHash('sha256')
    for (const name of (await from.list(folder)).map((one) => one.name).sort()) {
      const file = await copyFile(from, to, `${folder}/${name}`)
      if (!file) continue
      copied.files += 1
      copied.bytes += file.length
      sums.update(`${createHash('sha256').update(file).digest('hex')}  ${name}\n`)
    }
    all.push({ ...copied, sha256: sums.digest('hex') })
  }
  return all
}

/** None is larger than what one upload may be. Null for one that is removed meanwhile. */
async function copyFile(from: FileStore, to: FileStore, key: FileKey): Promise<Buffer | null> {
  const file = await readWhole(from, key)
  if (!file || (await readWhole(to, key))?.equals(file)) return file
  await putBytes(to, key, file)
  if ((await readWhole(to, key))?.equals(file)) return file
  throw new Unopenable(`${key} does not read back as it was written: what it is stored on is not to be trusted.`)
}
