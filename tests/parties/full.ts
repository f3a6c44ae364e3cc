import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings } from '../../db/schema.ts'
import { invite } from '../../server/registrations/places/invite.ts'
import { bringClass, bringFriends, manageToken } from './cast.ts'

/** How a meeting is to which people come together. */
export const together: Partial<Meeting> = { takesClasses: true, friendsMost: 2, photoChannels: ['web', 'press'] }

const present = Temporal.Now.instant()

/**
 * At the meeting after next: a class of so many, one of them without a name, somebody with friends, and so many who are
 * invited by name; the links of the first two.
 */
export async function partiesIn(
  db: Database,
  project: Project,
  { title, size, owner }: { title: string; size: number; owner: Organiser },
  groupId: string,
) {
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, project.id), eq(meetings.slug, 'next-0')))
  if (!meeting) throw new Error('no meeting')
  const names = Array.from({ length: size }, (_, i) => `${title} ${i}`)
  const coming = { className: title.slice(0, 40), names, pupils: size + 1, groupId }
  const registered = await bringClass(db, project, meeting, coming, present)
  const [first = title] = names
  const noor = { name: title, email: 'noor@example.org', friends: [first] }
  const friends = await bringFriends(db, project, meeting, noor, present)
  for (const i of names.keys()) {
    const guest = { name: title, email: `dear${i}@example.org`, groupId, locale: 'lv' as const, seats: 1 }
    await invite(db, project, meeting, guest, present.add({ hours: 24 }), owner, present)
  }
  return {
    classToken: await manageToken(db, registered, meeting, present),
    friendsToken: await manageToken(db, friends, meeting, present),
    participant: 'nobody',
  }
}

/** The addresses of their pages. */
export function partyPages({ classToken, friendsToken }: Record<string, string>): string[] {
  const meeting = '/gen-y-city/next-0'
  return [
    ...[`${meeting}/register`, `${meeting}/register/class`, `${meeting}/register/class/sent`],
    ...[
      `/mine/${classToken}`,
      `/mine/${classToken}/people`,
      `/mine/${classToken}/people/sheets`,
      `/mine/${friendsToken}/people`,
    ],
  ]
}
