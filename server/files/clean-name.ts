import type { FileType } from './kinds.ts'

const longest = 100
const known = /\.(pdf|pptx?|ppsx?|odp|docx?|odt|xlsx?|ods|key|zip|png|jpe?g|webp|gif|heic)$/i

/**
 * What a file was called on somebody's machine, fit to be shown and to be saved under: no folders, nothing invisible
 * that could turn it round, and the ending of what it is.
 */
export function cleanName(original: string, type: FileType, nameless = 'slides'): string {
  const base = (original.split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}\ufffd<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(known, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...base].slice(0, longest).join('').trim() || nameless}.${type}`
}
