import type { Tx } from '../../db/open.ts'
import type { Mailing } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { mailingOf } from './queries.ts'

/** As it is now, in the meeting's own lock; refuses where the project is archived. */
export async function writableMailing(
  tx: Tx,
  { project, meeting }: Found,
  { id }: Pick<Mailing, 'id'>,
): Promise<Mailing> {
  await writableProject(tx, project)
  const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
  return (await mailingOf(tx, fresh, id)) ?? notFound()
}
