import type { Colour } from '../../views/page.ts'
import { loud } from '../../views/parts/poster.ts'

/** The project's colour for a calendar: by name (RFC 7986 5.9 takes CSS's), and exactly, for those who know Apple's way. */
export function colourLines(colour: Colour): string[] {
  return [`COLOR:${nearest[colour]}\r\n`, `X-APPLE-CALENDAR-COLOR:${loud[colour]}\r\n`]
}

/** CSS has no names for ours: the nearest of those it has. */
export const nearest: Record<Colour, string> = {
  tangerine: 'tomato',
  sun: 'gold',
  lime: 'yellowgreen',
  mint: 'mediumaquamarine',
  sky: 'cornflowerblue',
  violet: 'mediumpurple',
  pink: 'hotpink',
  coral: 'salmon',
}
