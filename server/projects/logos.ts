import { createHash } from 'node:crypto'
import { and, eq } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Logo, Organiser, Project } from '../../db/schema.ts'
import { logos } from '../../db/schema.ts'
import { type Picture, redraw } from '../files/picture.ts'
import { discard, type FileKey, type FileStore, putBytes } from '../files/store.ts'
import { record } from '../history.ts'
import { Refusal } from '../refusal.ts'
import { logosOf } from './queries.ts'
import { writableProject } from './writable.ts'

const most = 20
/** Twice the 400×200 CSS pixels a logo is shown at. */
const size = { width: 800, height: 400, fit: 'inside' } as const

/** Adds a logo below the project's others; null when the bytes are no picture we take. The same one twice is there once. */
export async function addLogo(
  db: Database,
  files: FileStore,
  project: Project,
  bytes: Buffer,
  alt: Localised,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Logo | null> {
  const picture = await redraw(bytes, size)
  if (!picture) return null
  const id = idOf(project, picture)
  const add = async (tx: Tx) => {
    await writableProject(tx, project)
    const others = (await logosOf(tx, project)).filter((logo) => logo.id !== id)
    if (others.length >= most) throw new Refusal('project.too-many-logos', { most })
    const position = (others.at(-1)?.position ?? -1) + 1
    const logo = { id, projectId: project.id, position, alt, width: picture.width, height: picture.height }
    await tx.insert(logos).values(logo).onConflictDoUpdate({ target: logos.id, set: { alt } })
    await record(tx, 'project.edited', by, { project }, now, { part: 'logos' })
    return logo
  }
  await putBytes(files, logoKey({ id }), picture.webp)
  return await db.transact(add, { touches: project.id })
}

export async function removeLogo(
  db: Database,
  files: FileStore,
  project: Project,
  logo: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const remove = async (tx: Tx) => {
    await writableProject(tx, project)
    const own = and(eq(logos.id, logo.id), eq(logos.projectId, project.id))
    const [gone] = await tx.delete(logos).where(own).returning()
    if (gone) await record(tx, 'project.edited', by, { project }, now, { part: 'logos' })
    return gone
  }
  const gone = await db.transact(remove, { touches: project.id })
  if (gone) await discard(files, logoKey(gone))
}

export function logoKey({ id }: { id: string }): FileKey {
  return `logos/${id}.webp`
}

/** From what is seen and whose it is, so that the picture behind an address never changes. */
function idOf(project: Project, { webp }: Picture): string {
  return createHash('sha256').update(project.id).update(webp).digest('hex').slice(0, 32)
}
