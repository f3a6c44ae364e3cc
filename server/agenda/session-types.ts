import type { SlotType } from '../../db/schema.ts'

export const slotTypes = ['story', 'talk', 'workshop', 'discussion', 'break'] as const satisfies readonly SlotType[]

/** How long a slot is unless its organiser says otherwise. */
export const usualMinutes: Record<SlotType, number> = { story: 10, talk: 20, workshop: 45, discussion: 30, break: 15 }

/** What an organiser chooses from. */
export const slotKinds = slotTypes.map((type) => ({ type, minutes: usualMinutes[type] }))
export type SlotKind = (typeof slotKinds)[number]
