import { stat } from 'node:fs/promises'
import type { Database } from '../../db/open.ts'
import type { MessageKey } from '../../views/say.ts'
import { cleanName } from '../files/clean-name.ts'
import { inspect } from '../files/inspect.ts'
import { presentations } from '../files/kinds.ts'
import type { Received } from '../files/receive.ts'
import { redrawFile } from '../files/redraw-file.ts'
import { discard, type FileStore } from '../files/store.ts'
import { addSlides, type By, type Where } from './add-slides.ts'
import { slidesIn } from './queries.ts'
import { slidesId, slidesKey } from './store.ts'

/**
 * Takes a file for a slot, in the place of the slides whose id is `replaced` where one is given; or says why it is not
 * taken. The same one twice is there once.
 */
export async function handIn(
  db: Database,
  files: FileStore,
  where: Where,
  { path, name, hash }: Received,
  replaced: string | null,
  by: By,
  now: Temporal.Instant,
): Promise<MessageKey | null> {
  const { type, problem } = await inspect(path, presentations)
  if (problem) return problem
  if (type === 'webp' && !(await redrawFile(path))) return 'slides.problem-picture'
  const { size } = await stat(path)
  const row = { id: slidesId(where.slot, hash), type, name: cleanName(name, type), bytes: size, handedInAt: now }
  await files.put(path, slidesKey(row))
  try {
    const gone = await addSlides(db, where, row, replaced, by)
    if (gone) await discard(files, slidesKey(gone))
  } catch (refused) {
    const others = await slidesIn(db, where.slot)
    if (!others.some(({ id }) => id === row.id)) await discard(files, slidesKey(row))
    throw refused
  }
  return null
}
