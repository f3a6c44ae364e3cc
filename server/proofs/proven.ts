import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, spentProofs } from '../../db/schema.ts'
import { type Form, withProblem } from '../forms.ts'
import { hashOf } from '../secrets.ts'
import { newChallenge, solvedIn } from './challenge.ts'

type Guarded = Pick<Meeting, 'id' | 'guardKey'>
type WithAddress = { email: string | null }

/** What a form of this meeting has to bring the solution of; null where it is not under attack. */
export async function challengeOf({ guardKey }: Guarded, now: Temporal.Instant): Promise<string | null> {
  return guardKey && (await newChallenge(guardKey, now))
}

/** The form, or with a problem where the meeting asks for a proof of work and it brings none that still counts. */
export async function proven<T extends WithAddress>(
  db: Database,
  { id: meetingId, guardKey }: Guarded,
  form: Form<T>,
  now: Temporal.Instant,
): Promise<Form<T>> {
  if (!guardKey || form.problems) return form
  const solved = await solvedIn(guardKey, form.typed.proof ?? '', now)
  if (!solved) return withProblem(form, 'proof', 'proof.again')
  const addressHash = hashOf(`${guardKey} ${solved.nonce} ${form.values.email?.toLowerCase()}`)
  const counts = await spend(db, { ...solved, meetingId, addressHash })
  return counts ? form : withProblem(form, 'proof', 'proof.again')
}

/** For one address only: for the same one it counts again, as when somebody presses twice. */
async function spend(db: Database, proof: typeof spentProofs.$inferInsert): Promise<boolean> {
  return await db.transact(
    async (tx) => {
      await tx.insert(spentProofs).values(proof).onConflictDoNothing()
      const [spent] = await tx.select().from(spentProofs).where(eq(spentProofs.nonce, proof.nonce))
      return spent?.addressHash === proof.addressHash
    },
    { touches: 'nothing' },
  )
}
