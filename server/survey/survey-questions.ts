/** What everybody is asked for a mark from 1 to 5. A changed question gets a new key. */
export const markKeys = ['overall', 'heard', 'again'] as const
export type MarkKey = (typeof markKeys)[number]

/** Answers are shown only from so many on. */
export const fewest = 5
