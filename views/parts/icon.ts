import { type Html, trusted } from '../html.ts'

/** Drawn with the pen of the posters: 24×24, one line, in the colour of the words beside them. */
const strokes = {
  calendar: '<rect x="3" y="5" width="18" height="16" rx="3"/><path d="M3 10h18M8 3v4M16 3v4"/>',
  place: '<path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6"/>',
  online: '<rect x="3" y="4" width="18" height="12" rx="2.5"/><path d="M8 20h8M12 16v4"/>',
} as const

/** Says nothing by itself: the words stand beside it. */
export function icon(name: keyof typeof strokes): Html {
  const pen = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
  return trusted(`<svg class="icon" viewBox="0 0 24 24" ${pen} aria-hidden="true">${strokes[name]}</svg>`)
}
