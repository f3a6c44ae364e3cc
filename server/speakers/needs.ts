import type { Standing } from '../../db/schema.ts'

export type SpeakerNeeds = Record<'planned' | 'invited' | 'accepted' | 'declined' | 'unconfirmed', number>

type Spoken = { speakers: readonly { id: string; standing: Standing }[] }

/** What organisers have to see to: so many speakers in each standing, and how many are not confirmed yet. */
export function speakerNeeds(slots: readonly Spoken[]): SpeakerNeeds {
  const all = slots.flatMap(({ speakers }) => speakers)
  const count = (...standings: Standing[]) =>
    new Set(all.filter(({ standing }) => standings.includes(standing)).map(({ id }) => id)).size
  return {
    planned: count('planned'),
    invited: count('invited'),
    accepted: count('accepted'),
    declined: count('declined'),
    unconfirmed: count('planned', 'invited', 'accepted'),
  }
}
