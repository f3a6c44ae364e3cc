import { randomInt } from 'node:crypto'

/** Without what is mistaken for something else, read from a wall or heard: no vowels, so that no words come of it either. */
const letters = 'BCDFGHJKMNPRTWXZ'
const length = 6

export function newJoinCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** As somebody types it: small letters, spaces and dashes are forgiven. */
export function typedCode(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, '')
}
