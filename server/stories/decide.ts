import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { type Organiser, type Story, stories } from '../../db/schema.ts'

export type Decision = 'accepted' | 'rejected'

/** `decided` just now; `otherwise`: before, by somebody else, to the contrary, or withdrawn: those stay as they are. */
export type Outcome = { decided: Story[]; otherwise: Story[] }

/** The first decision counts; taking the same one again changes nothing, and nobody is written to twice. */
export async function decide(
  tx: Tx,
  call: { id: string },
  ids: readonly string[],
  status: Decision,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Outcome> {
  const chosen = await chosenOf(tx, call, ids)
  const open = chosen.filter((story) => story.status === 'handed-in').map(({ id }) => id)
  const decided = await tx
    .update(stories)
    .set({ status, decidedAt: now, decidedBy: by.id })
    .where(and(inArray(stories.id, open), eq(stories.status, 'handed-in')))
    .returning()
  const isDone = ({ id }: Story) => decided.some((one) => one.id === id)
  const left = await chosenOf(
    tx,
    call,
    chosen.filter((story) => !isDone(story)).map(({ id }) => id),
  )
  return { decided: inOrderOf(ids, decided), otherwise: left.filter((story) => story.status !== status) }
}

/** Of one call only: a bulk decision has one place to go. */
export async function chosenOf(db: Reads, call: { id: string }, ids: readonly string[]): Promise<Story[]> {
  const found = await db
    .select()
    .from(stories)
    .where(and(eq(stories.callId, call.id), inArray(stories.id, [...ids])))
  return inOrderOf(ids, found)
}

function inOrderOf(ids: readonly string[], rows: readonly Story[]): Story[] {
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}
