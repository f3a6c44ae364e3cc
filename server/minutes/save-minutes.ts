import { eq } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, minutes, minuteVersions, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { minutesOf, type Version, versionOf } from './queries.ts'

export type Where = { project: Project; meeting: Meeting }
type By = Pick<Organiser, 'id'>

/** What a writer sends: the text, and the version that they began from; 0: there was none. */
export type Writing = { basedOn: number; text: Localised }

/** Somebody saved in between: nothing was changed. `base` is what both began from, empty when that is unknown. */
export type Clash = { base: Localised; theirs: Version }

/** Saves a new version, unless somebody has saved since the one it began from. The same text again is there once. */
export async function saveMinutes(
  db: Database,
  { project, meeting }: Where,
  slot: { id: string },
  { basedOn, text }: Writing,
  by: By,
  now: Temporal.Instant,
): Promise<Clash | null> {
  const save = async (tx: Tx) => {
    await writableProject(tx, project)
    const latest = (await minutesOf(tx, slot))?.version ?? 0
    const theirs = await versionOf(tx, slot, latest)
    if (sameText(theirs?.text ?? {}, text)) return null
    if (theirs && latest !== basedOn) return { base: (await versionOf(tx, slot, basedOn))?.text ?? {}, theirs }
    await addVersion(tx, meeting, slot, { number: latest + 1, basedOn: latest, text }, by, now)
    return null
  }
  return await db.transact(save, { touches: 'nothing', lock: slot.id })
}

/** Saves an older text anew, as the latest; all between stay where they are. */
export async function restoreMinutes(
  db: Database,
  { project, meeting }: Where,
  slot: { id: string },
  number: number,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const restore = async (tx: Tx) => {
    await writableProject(tx, project)
    const older = (await versionOf(tx, slot, number)) ?? notFound()
    const latest = (await minutesOf(tx, slot)) ?? notFound()
    if (sameText((await versionOf(tx, slot, latest.version))?.text ?? {}, older.text)) return
    await addVersion(tx, meeting, slot, { number: latest.version + 1, basedOn: number, text: older.text }, by, now)
    await record(tx, 'minutes.restored', by, { project, meeting }, now)
  }
  await db.transact(restore, { touches: 'nothing', lock: slot.id })
}

type NewVersion = { number: number; basedOn: number; text: Localised }

async function addVersion(
  tx: Tx,
  meeting: Meeting,
  { id: slotId }: { id: string },
  { number, basedOn, text }: NewVersion,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  if (number === 1) await tx.insert(minutes).values({ slotId, meetingId: meeting.id, version: 1 })
  else await tx.update(minutes).set({ version: number }).where(eq(minutes.slotId, slotId))
  await tx.insert(minuteVersions).values({ slotId, number, basedOn, text, at: now, by: by.id })
}

function sameText(one: Localised, other: Localised): boolean {
  const locales = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Localised>
  return [...locales].every((locale) => (one[locale] ?? '') === (other[locale] ?? ''))
}
