import { and, count, eq, isNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { abuseReports, type Project, voices } from '../../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { tellOrganisers } from './tell.ts'

/** More than that nobody reads one by one; whoever floods the list hides what matters. */
const mostOpen = 500

/** Told to those who organise; without a name or an address: whoever wants an answer writes to the person to turn to. */
export async function reportAbuse(
  db: Database,
  project: Pick<Project, 'id' | 'slug'>,
  { words, page, voice }: { words: string; page: string; voice: string },
  now: Temporal.Instant,
): Promise<void> {
  const report = async (tx: Tx) => {
    const same = and(eq(abuseReports.projectId, project.id), isNull(abuseReports.closedAt))
    const [open] = await tx.select({ reports: count() }).from(abuseReports).where(same)
    if ((open?.reports ?? 0) >= mostOpen) throw new Refusal('abuse.too-many', {}, 503)
    const known = and(eq(voices.id, voice), eq(voices.projectId, project.id), eq(voices.status, 'shown'))
    const [about] = await tx.select({ id: voices.id }).from(voices).where(known)
    const path = isOwnPage(project, page) ? page : ''
    const again = and(same, eq(abuseReports.words, words), eq(abuseReports.path, path))
    if ((await tx.select({ id: abuseReports.id }).from(abuseReports).where(again)).length > 0) return
    await tx.insert(abuseReports).values({ projectId: project.id, voiceId: about?.id ?? null, path, words, at: now })
    await tellOrganisers(tx, project, now)
  }
  await db.transact(report, { touches: 'nothing', lock: `abuse ${project.id}` })
}

function isOwnPage({ slug }: Pick<Project, 'slug'>, page: string): boolean {
  return page === `/${slug}` || (page.startsWith(`/${slug}/`) && /^[\w./-]+$/.test(page))
}
