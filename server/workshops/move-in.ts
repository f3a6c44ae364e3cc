import { inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Meeting, workshopChoices } from '../../db/schema.ts'
import { raiseWorkshopSequences } from '../calendar/own-sequence.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { workshopsOnAgenda } from './on-agenda.ts'
import { choicesAt } from './queries.ts'
import { tellChoosers } from './tell.ts'
import { whoMovesIn } from './who-moves-in.ts'

/**
 * Gives every place that is free to whoever waits for it and may have it; inside the deed that freed it, under the
 * meeting's lock. Each hears of it in a letter, but for those whose choice (by id) moves in `quietly`: they know. Returns
 * the choices that moved in.
 */
export async function moveIn(
  tx: Tx,
  { id }: Pick<Meeting, 'id'>,
  now: Temporal.Instant,
  quietly: readonly string[] = [],
): Promise<string[]> {
  const meeting = await freshMeeting(tx, { id })
  if (meeting?.status !== 'published') return []
  const workshops = await workshopsOnAgenda(tx, meeting)
  if (workshops.length === 0) return []
  const moving = whoMovesIn(workshops, await choicesAt(tx, meeting), now)
  if (moving.length === 0) return []
  const ids = moving.map((choice) => choice.id)
  for (let i = 0; i < ids.length; i += 500)
    await tx
      .update(workshopChoices)
      .set({ status: 'in', statusAt: now })
      .where(inArray(workshopChoices.id, ids.slice(i, i + 500)))
  await raiseWorkshopSequences(
    tx,
    moving.map(({ registration }) => registration.id),
  )
  const told = moving.filter((choice) => !quietly.includes(choice.id))
  await tellChoosers(tx, 'workshop-in', meeting, told, now)
  return ids
}
