import type { Localised } from '../../db/languages.ts'
import type { ReleasedAgenda } from '../agenda/release.ts'

export type SlotTitles = ReadonlyMap<string, Localised>

/** What questions are about, by the slot's id; those withdrawn since, too. */
export function slotTitles(agenda: Pick<ReleasedAgenda, 'slots' | 'withdrawn'> | null): SlotTitles {
  return new Map([...(agenda?.withdrawn ?? []), ...(agenda?.slots ?? [])].map(({ id, title }) => [id, title]))
}
