import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import type { Problem } from '../forms.ts'
import { Refusal } from '../refusal.ts'
import { standing } from '../registrations/seats.ts'
import type { MeetingInput } from './input.ts'
import { meetingOf } from './queries.ts'

/**
 * What the form alone cannot know: a slug somebody else has, an address already given out, places already taken.
 * The form asks for it beforehand, and the verb again inside its transaction.
 */
export async function objections(
  db: Reads,
  project: { id: string },
  meeting: Meeting | null,
  { slug, capacity }: Pick<MeetingInput, 'slug'> & { capacity?: number },
): Promise<Problem[]> {
  const namesake = await meetingOf(db, project, slug)
  const taken = meeting ? (await standing(db, meeting)).taken : 0
  return [
    namesake && namesake.id !== meeting?.id ? problem('slug', 'problem.taken') : [],
    meeting && meeting.status !== 'draft' && meeting.slug !== slug ? problem('slug', 'meeting.address-stays') : [],
    capacity !== undefined && capacity < taken ? problem('capacity', 'meeting.places-taken', { taken }) : [],
  ].flat()
}

export function refuse([objection]: readonly Problem[]): void {
  if (objection) throw new Refusal(objection.key, objection.values)
}

function problem(field: string, key: Problem['key'], values: Problem['values'] = {}): Problem[] {
  return [{ field, key, values }]
}
