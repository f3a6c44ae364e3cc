import type { Question, Role } from '../../db/schema.ts'

/** Who may be named as a reader of answers; owners always read. */
export const readers = ['organiser', 'door'] as const satisfies readonly Role[]

/** Whether somebody in that role reads the single answers to a question. */
export function mayRead(role: Role | null, { visibleTo }: Pick<Question, 'visibleTo'>): boolean {
  return role === 'owner' || (role !== null && visibleTo.includes(role))
}
