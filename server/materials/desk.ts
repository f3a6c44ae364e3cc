import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Material, Meeting } from '../../db/schema.ts'
import { draftAgenda, releasedAgenda } from '../agenda/queries.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { withheldSlots } from '../slides/queries.ts'
import { mostMegabytes } from './intake.ts'
import { kinds, licences } from './kinds.ts'
import { materialsOf, type Place } from './queries.ts'

type SlotNamed = { id: string; title: Localised }

export type MaterialsDesk = Place & {
  materials: Material[]
  /** What a material can belong to: of the draft, and what was released and is gone from it. */
  slots: SlotNamed[]
  /** Of these nothing is public, though it be published: not released, or a guardian's yes is missing. */
  hidden: ReadonlySet<string>
  /** The project's desk leads to its meetings'. */
  meetings: Meeting[]
  megabytes: number
  kinds: typeof kinds
  licences: typeof licences
}

export async function materialsDesk(db: Reads, { project, meeting }: Place): Promise<MaterialsDesk> {
  const { slots, hidden } = meeting ? await slotsFor(db, project, meeting) : { slots: [], hidden: new Set<string>() }
  return {
    ...{ project, meeting, slots, hidden, megabytes: mostMegabytes, kinds, licences },
    materials: await materialsOf(db, { project, meeting }),
    meetings: meeting ? [] : await meetingsOf(db, project),
  }
}

async function slotsFor(db: Reads, project: Place['project'], meeting: Meeting) {
  const [draft, released] = [await draftAgenda(db, meeting), await releasedAgenda(db, meeting)]
  const open = new Set(released?.slots.map(({ id }) => id))
  const known = draft.slots.filter(({ internal, type }) => !internal && type !== 'break')
  const gone = released?.slots.filter(({ id, type }) => type !== 'break' && !draft.slots.some((one) => one.id === id))
  const slots = [...known, ...(gone ?? [])].map(({ id, title }) => ({ id, title }))
  const withheld = await withheldSlots(db, project, meeting)
  return { slots, hidden: new Set(slots.map(({ id }) => id).filter((id) => !open.has(id) || withheld.has(id))) }
}
