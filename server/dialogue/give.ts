import { and, eq, inArray, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, type Voice, voices } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import type { GiveInput } from './give-form.ts'
import { todayIn } from './item.ts'
import { answerersOf } from './queries.ts'
import { remindDaysBefore } from './remind.ts'
import { tellAnswerer } from './tell-answerer.ts'

/** Says who is to answer and until when. Whoever was given something hears of it, in one letter for all of it. */
export async function giveItems(
  db: Database,
  project: Project,
  { ids, answererId, dueOn }: Omit<GiveInput, 'deed'>,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const give = async (tx: Tx) => {
    const fresh = await writableProject(tx, project)
    const answerers = await answerersOf(tx, fresh)
    const to = answererId ? (answerers.find(({ id }) => id === answererId) ?? notFound()) : null
    const wanted = { ...(answererId === undefined ? {} : { answererId }), ...(dueOn === undefined ? {} : { dueOn }) }
    const changed = (await known(tx, fresh, ids)).filter((voice) => differs(voice, wanted))
    if (changed.length === 0) return
    const isNew = ({ answererId }: Voice) => to !== null && to.id !== by.id && answererId !== to.id
    const isSaid = (voice: Voice) => isNew(voice) && soon(fresh, wanted.dueOn ?? voice.dueOn, now)
    await setGiven(tx, changed.filter(isSaid), { ...wanted, remindedAt: now })
    await setGiven(
      tx,
      changed.filter((voice) => !isSaid(voice)),
      { ...wanted, remindedAt: null },
    )
    await record(tx, 'dialogue.given', by, { project }, now, { count: String(changed.length) })
    if (to && changed.some(isNew)) await tellAnswerer(tx, fresh, to, now)
  }
  await db.transact(give, { touches: project.id, lock: `dialogue ${project.id}` })
}

type Given = Partial<Pick<Voice, 'answererId' | 'dueOn' | 'remindedAt'>>

async function setGiven(tx: Tx, which: readonly Voice[], given: Given): Promise<void> {
  const ids = which.map(({ id }) => id)
  if (ids.length > 0) await tx.update(voices).set(given).where(inArray(voices.id, ids))
}

async function known(tx: Tx, project: Project, ids: readonly string[]): Promise<Voice[]> {
  const own = and(eq(voices.projectId, project.id), inArray(voices.id, [...ids]), ne(voices.status, 'merged'))
  return await tx.select().from(voices).where(own)
}

function differs(voice: Voice, wanted: Partial<Pick<Voice, 'answererId' | 'dueOn'>>): boolean {
  return Object.entries(wanted).some(([name, value]) => voice[name as keyof typeof wanted] !== value)
}

/** So soon that a reminder would only repeat the letter. */
function soon(project: Project, dueOn: string | null, now: Temporal.Instant): boolean {
  if (!dueOn) return false
  const first = Temporal.PlainDate.from(dueOn).subtract({ days: remindDaysBefore })
  return Temporal.PlainDate.compare(first, Temporal.PlainDate.from(todayIn(project, now))) <= 0
}
