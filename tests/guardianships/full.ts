import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { consentTexts, type Group, letters, type Meeting, type Project } from '../../db/schema.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'

type Here = { db: Database; project: Project; kickoff: Meeting; pupils: Group }

/** A child whose guardian is asked, somebody of age who has said what may be shown, and the city's own words for it. */
export async function youngIn(
  { db, project, kickoff, pupils }: Here,
  { title, size }: { title: string; size: number },
  now: Temporal.Instant,
): Promise<{ child: string; young: string; grown: string }> {
  const text = { lv: title, en: title }
  const versions = Array.from({ length: size }, (_, i) => ({ projectId: project.id, number: i + 1, text, since: now }))
  await db.transact((tx) => tx.insert(consentTexts).values(versions), { touches: project.id })
  const somebody = { name: title, groupId: pupils.id, locale: 'en' as const }
  const asked = { birthYear: 2015, ageBand: 'child' as const, guardianEmail: 'parent@example.org' }
  const said = { photos: [{ channel: 'web' as const, agreed: true }], photosText: 'consent.text-1' }
  const people = [
    { ...somebody, email: 'little@example.org', ...asked },
    { ...somebody, email: 'grown@example.org', birthYear: 2000, ageBand: 'adult' as const, ...said },
  ]
  const tokens: string[] = []
  for (const person of people) {
    const { registration } = await register(db, project, kickoff, person, now)
    const made = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
    tokens.push(...made)
  }
  const [letter] = await db.select().from(letters).where(eq(letters.recipient, 'parent@example.org'))
  const [young = '', grown = ''] = tokens
  return { child: `${letter?.token}`, young, grown }
}
