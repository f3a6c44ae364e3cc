import { and, eq, inArray, isNotNull, isNull, lte } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { memberships, type Organiser, organisers, type Project, projects, type Voice, voices } from '../../db/schema.ts'
import { queueLetter } from '../mail/queue.ts'
import { todayIn } from './item.ts'

export const remindDaysBefore = 3
/** Nobody at a council reads letters at night. */
const firstHour = 9

type Due = { voice: Voice; project: Project; answerer: Organiser }

/** Reminds answerers some days before a date, and once it has passed: each once, in one letter for all that is due. */
export async function remindAnswerers(db: Database, now: Temporal.Instant): Promise<void> {
  if ((await dueItems(db, now)).length === 0) return
  const remindAll = async (tx: Tx) => {
    const each = Map.groupBy(await dueItems(tx, now), ({ project, answerer }) => `${project.id} ${answerer.id}`)
    for (const its of each.values()) await remind(tx, its, now)
  }
  await db.transact(remindAll, { touches: 'nothing', lock: 'dialogue-reminders' })
}

async function remind(tx: Tx, its: readonly Due[], now: Temporal.Instant): Promise<void> {
  const [first] = its
  if (!first) return
  const { project, answerer } = first
  const ids = its.map(({ voice }) => voice.id)
  await tx.update(voices).set({ remindedAt: now }).where(inArray(voices.id, ids))
  const letter = { kind: 'voices-reminder', projectId: project.id, organiserId: answerer.id }
  await queueLetter(tx, { ...letter, recipient: answerer.email, locale: answerer.locale }, now)
}

async function dueItems(db: Reads, now: Temporal.Instant): Promise<Due[]> {
  const horizon = now
    .add({ hours: 24 * (remindDaysBefore + 1) })
    .toString()
    .slice(0, 10)
  const member = and(eq(memberships.organiserId, voices.answererId), eq(memberships.projectId, voices.projectId))
  const open = and(eq(voices.status, 'shown'), isNull(voices.spokenAt), isNull(voices.answeredAt))
  const rows = await db
    .select({ voice: voices, project: projects, answerer: organisers })
    .from(voices)
    .innerJoin(projects, eq(projects.id, voices.projectId))
    .innerJoin(memberships, and(member, inArray(memberships.role, ['owner', 'organiser', 'answerer'])))
    .innerJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(and(open, isNotNull(voices.dueOn), lte(voices.dueOn, horizon), isNull(projects.archivedAt)))
    .orderBy(voices.dueOn, voices.id)
  return rows.filter((one) => isDue(one, now))
}

function isDue({ voice, project }: Due, now: Temporal.Instant): boolean {
  if (!voice.dueOn || now.toZonedDateTimeISO(project.zone).hour < firstHour) return false
  const today = todayIn(project, now)
  const reminded = voice.remindedAt && todayIn(project, voice.remindedAt)
  if (voice.dueOn < today) return reminded === null || reminded <= voice.dueOn
  const from = Temporal.PlainDate.from(voice.dueOn).subtract({ days: remindDaysBefore }).toString()
  return reminded === null && from <= today
}
