import type { Standing } from '../../db/schema.ts'

/** They have been asked, or named for sure, and have not said no: what happens to the slot concerns them. */
const reckoned = ['invited', 'accepted', 'confirmed'] as const

export function isReckonedWith({ standing }: { standing: Standing }): boolean {
  return reckoned.some((one) => one === standing)
}
