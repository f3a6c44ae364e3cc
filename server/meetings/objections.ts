import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { type Form, type Problem, withProblem } from '../forms.ts'
import { Refusal } from '../refusal.ts'
import { standing } from '../registrations/places/standing.ts'
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

/** A form with what only the database can object to. */
export async function withObjections<T extends Pick<MeetingInput, 'slug'> & { capacity?: number }>(
  db: Reads,
  project: { id: string },
  meeting: Meeting | null,
  form: Form<T>,
): Promise<Form<T>> {
  if (form.problems) return form
  const found = await objections(db, project, meeting, form.values)
  return found.reduce((sofar: Form<T>, { field, key, values }) => withProblem(sofar, field, key, values), form)
}

export function refuse([objection]: readonly Problem[]): void {
  if (objection) throw new Refusal(objection.key, objection.values)
}

function problem(field: string, key: Problem['key'], values: Problem['values'] = {}): Problem[] {
  return [{ field, key, values }]
}
