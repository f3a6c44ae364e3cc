import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileFolders } from '../../server/backups/folders.ts'
import { sentFolders } from '../../server/files/store.ts'

const server = new URL('../../server/', import.meta.url).pathname

/** Not for a backup: what must outlive a restore, what says when the last one was, mail that is still coming in. */
const ours = ['erased.log', 'last-backup', 'inbound/tmp']

test('whatever is put below the folder for files is in every backup', () => {
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const named = sources.flatMap((name) =>
    [...readFileSync(join(server, name), 'utf8').matchAll(/join\((?:config\.)?dataDir, ((?:'[^']+'(?:, )?)+)/g)].map(
      ([, parts = '']) => parts.replaceAll(/', '/g, '/').replaceAll(/[',\s]/g, ''),
    ),
  )
  expect([...new Set(named), ...sentFolders].sort()).toEqual([...fileFolders, ...ours].sort())
})
