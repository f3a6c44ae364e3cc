import type { Reads } from '../../db/open.ts'
import type { Registration } from '../../db/schema.ts'
import { currentText, wordsOf } from './queries.ts'
import { type PhotoConsents, standingOf } from './standing.ts'

type Asked = Pick<Registration, 'id' | 'ageBand'>

/** How it stands with so many people's photos, in one read; of whoever a registration brings along by their own id. */
export async function consentsOf(
  db: Reads,
  project: { id: string },
  some: readonly Asked[],
): Promise<(registration: Asked, participant?: { id: string }) => PhotoConsents> {
  const [{ version }, words] = await Promise.all([currentText(db, project), wordsOf(db, some)])
  const byPerson = Map.groupBy(words, ({ registrationId, participantId }) => participantId ?? registrationId)
  return ({ id, ageBand }, participant) =>
    standingOf(byPerson.get(participant?.id ?? id) ?? [], participant ? null : ageBand, version)
}
