import { createHash } from 'node:crypto'

/** A strong validator: the same bytes have the same one. */
export function etagOf(content: string | Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
}

/** RFC 9110 13.1.2: a list, or `*`; compared weakly. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  const seen = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return seen.includes('*') || seen.includes(etag)
}
