/** How those a mailing goes to may stand. */
export const standings = ['confirmed', 'offered', 'invited', 'held', 'requested', 'waiting', 'cancelled'] as const
export type Standing = (typeof standings)[number]
