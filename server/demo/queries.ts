import { project as demo } from '../../db/demo/project.ts'
import type { Reads } from '../../db/open.ts'
import { organisers, projects, signInLinks } from '../../db/schema.ts'

/** What a database holds, as far as the demo is concerned. Everything else in it hangs on these three tables. */
export async function contents(db: Reads): Promise<'nothing' | 'the demo' | 'something else'> {
  const ours = await db.select({ slug: projects.slug, example: projects.example }).from(projects)
  if (ours.length > 0) {
    const isDemo = ours.every(({ example }) => example) && ours.some(({ slug }) => slug === demo.slug)
    return isDemo ? 'the demo' : 'something else'
  }
  const people = await db.select({ id: organisers.id }).from(organisers).limit(1)
  const links = await db.select({ createdAt: signInLinks.createdAt }).from(signInLinks).limit(1)
  return people.length + links.length === 0 ? 'nothing' : 'something else'
}
