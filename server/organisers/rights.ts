import type { Project, Role } from '../../db/schema.ts'

/**
 * What a route asks of an organiser. Where a meeting is in its address, a role in that meeting counts as well as one in
 * the project; 'project-organiser' asks for the project's all the same. 'member': any role at all. 'meeting-organiser':
 * organiser of the project or of one of its meetings; the route itself shows only what belongs to those.
 */
export type Needed =
  | 'member'
  | 'moderator'
  | 'door'
  | 'answerer'
  | 'organiser'
  | 'meeting-organiser'
  | 'project-organiser'
  | 'owner'

type Held = { meeting: { id: string; slug: string }; role: Role }

/** What somebody is in a project, and in single meetings of it. */
export type Standing = { project: Project; role: Role | null; helps: Held[] }

/** Whether they may do what is so named, in a meeting or, without one, in the project as a whole. */
export type May = (needed: Needed, meeting?: { id: string } | null) => boolean

export const nobodyMay: May = () => false

export function rightsIn({ role, helps }: Standing): May {
  return (needed, meeting) => {
    if (needed === 'member' && !meeting) return role !== null || helps.length > 0
    if (needed === 'meeting-organiser') return [role, ...helps.map((one) => one.role)].some(includes('organiser'))
    if (needed === 'project-organiser') return includes('organiser')(role)
    const inMeeting = helps.filter((one) => one.meeting.id === meeting?.id).map((one) => one.role)
    return [role, ...inMeeting].some(needed === 'member' ? Boolean : includes(needed))
  }
}

/** The strongest of their roles there: the first of these. */
export function strongest({ role, helps }: Standing, meeting: { id: string } | null): Role | null {
  const counting = meeting ? helps.filter((one) => one.meeting.id === meeting.id) : role ? [] : helps
  const held = [role, ...counting.map((one) => one.role)]
  return strength.find((one) => held.includes(one)) ?? null
}

const strength = ['owner', 'organiser', 'door', 'moderator', 'answerer'] as const

/** Organisers may do what those at the door, moderators and answerers may; those three include nobody. */
function includes(needed: Role) {
  const enough: Record<Role, readonly Role[]> = {
    owner: ['owner'],
    organiser: ['owner', 'organiser'],
    door: ['owner', 'organiser', 'door'],
    moderator: ['owner', 'organiser', 'moderator'],
    answerer: ['owner', 'organiser', 'answerer'],
  }
  return (held: Role | null) => held !== null && enough[needed].includes(held)
}
