import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Unopenable } from './unopenable.ts'

/** Beside a backup, in the form `sha256sum --check` reads: a flipped bit in a text passes SQLite's own check. */
export async function writeChecksums(backup: string, filesFolder: string): Promise<void> {
  const folder = dirname(backup)
  const lines = await Promise.all(
    [backup, ...filesIn(filesFolder)].map(async (file) => `${await sha256(file)}  ${relative(folder, file)}\n`),
  )
  writeFileSync(`${backup}.sha256`, lines.join(''), { mode: 0o600 })
}

export async function verifyChecksums(backup: string): Promise<void> {
  const list = `${backup}.sha256`
  if (!existsSync(list))
    throw new Unopenable(`${list} is missing: without it nobody can tell whether the backup is whole.`)
  const lines = readFileSync(list, 'utf8').trimEnd().split('\n')
  if (!lines.some((line) => line.endsWith(`  ${basename(backup)}`)))
    throw new Unopenable(`${list} does not speak of ${basename(backup)}.`)
  for (const line of lines) {
    const [sum = '', name = ''] = line.split('  ')
    const file = join(dirname(backup), name)
    if (!existsSync(file) || (await sha256(file)) !== sum)
      throw new Unopenable(`${file} is not what was backed up: its checksum is another. Take another backup.`)
  }
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
