import type { Reads } from '../../db/open.ts'
import type { Mailing } from '../../db/schema.ts'
import { countCame } from '../check-ins/queries.ts'
import { readForm, type Typed } from '../forms.ts'
import type { Found } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import type { Picked } from '../registrations/desk/plan-form.ts'
import { audienceGroups } from './audience-groups.ts'
import { reachForm } from './forms.ts'
import { recipientsOf } from './recipients.ts'
import { standings } from './standings.ts'

/** What the form shows, with how many it would reach as it stands. */
export async function formView(
  db: Reads,
  { project, meeting }: Found,
  mailing: Mailing | null,
  picked: Picked | null,
  typed: Typed,
  now: Temporal.Instant,
) {
  const groups = await audienceGroups(db, project, mailing ? [mailing] : [])
  const ids = mailing?.audience.ids ?? picked?.ids ?? null
  const meant = readForm(reachForm(groups, ids), typed).values
  const recipients = meant ? await recipientsOf(db, meeting, { ...meant, startedAt: null }) : null
  return {
    ...{ project, meeting, groups, standings, mailing, recipients },
    ...{ picked: ids?.length ?? null, chosen: picked?.chosen ?? null },
    ...{ hasBegun: hasBegun(meeting, now), checkedIn: await countCame(db, meeting) },
  }
}
