/**
 * A name as it is compared and searched: without accents, capitals and doubled spaces ("Līga" is found by "liga"). Here
 * and not in SQL: neither engine does that.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
