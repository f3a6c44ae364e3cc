/** A name as it is compared and searched: without accents, capitals and doubled spaces ("Līga" is found by "liga"). */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** What "the same class" means for one address: "8.a", "8 A" and "8a" are one. */
export function classKeyOf(className: string): string {
  return folded(className).replace(/[^\p{L}\p{N}]/gu, '')
}
