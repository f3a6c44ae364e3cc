/** The row's random UUID itself: the same in letters, files and feeds, for life, naming nobody (RFC 7986 5.3). */
export function uidOf(thing: { id: string }): string {
  return thing.id
}
