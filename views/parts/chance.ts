/** Throws dice that fall the same way for the same seed: a number from 0 up to, not including, `sides`. */
export type Chance = (sides: number) => number

export function chance(seed: string): Chance {
  let state = hash(seed)
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    return mixed(state) % sides
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return value
}

/** The output step of mulberry32. */
function mixed(state: number): number {
  const first = Math.imul(state ^ (state >>> 15), state | 1)
  const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61))
  return (second ^ (second >>> 14)) >>> 0
}
