import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, type Speaker, speakers } from '../../db/schema.ts'
import { record } from '../history.ts'
import { type AskProblem, askGuardian, type Guardian } from './ask.ts'

/** Who said that a speaker is under 18, or not: of age, nobody has to agree to the name any more. */
export async function recordMinor(
  tx: Tx,
  project: Pick<Project, 'id'>,
  { minor }: Pick<Speaker, 'minor'>,
  by: Pick<Organiser, 'id'> | null,
  now: Temporal.Instant,
): Promise<void> {
  await record(tx, minor ? 'speaker.minor' : 'speaker.of-age', by, { project }, now)
}

/** Speakers who name their guardian say that they are under 18; that they are not is the organisers' to say. */
export async function nameOwnGuardian(
  db: Database,
  project: Pick<Project, 'id'>,
  speaker: Pick<Speaker, 'id' | 'minor'>,
  guardian: Guardian,
  now: Temporal.Instant,
): Promise<AskProblem | null> {
  return await db.transact(
    async (tx) => {
      await setMinor(tx, speaker, true)
      const problem = await askGuardian(tx, project, speaker, guardian, null, now)
      if (problem) await setMinor(tx, speaker, speaker.minor)
      else if (!speaker.minor) await recordMinor(tx, project, { minor: true }, null, now)
      return problem
    },
    { touches: project.id, lock: speaker.id },
  )
}

async function setMinor(tx: Tx, { id }: Pick<Speaker, 'id'>, minor: boolean): Promise<void> {
  await tx.update(speakers).set({ minor }).where(eq(speakers.id, id))
}
