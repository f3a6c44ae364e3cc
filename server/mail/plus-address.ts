/** `kopa@example.org` and `tag` make `kopa+tag@example.org` (RFC 5233): still the same mailbox. */
export function plusAddress(address: string, tag: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`
}

/** What such an address says after the `+`; null for another mailbox. Some servers lower its case. */
export function tagOf(address: string, own: string): string | null {
  const [folded, ours] = [address.toLowerCase(), own.toLowerCase()]
  const at = ours.lastIndexOf('@')
  const [start, end] = [`${ours.slice(0, at)}+`, ours.slice(at)]
  if (!folded.startsWith(start) || !folded.endsWith(end)) return null
  return folded.slice(start.length, -end.length) || null
}
