import { hash, randomBytes } from 'node:crypto'

/** A capability for a link or a cookie: 256 random bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A secret in the local part of an address, which some servers put into lower case: 128 bits. */
export function newReplyToken(): string {
  return randomBytes(16).toString('hex')
}

export function hashOf(token: string): string {
  return hash('sha256', token, 'base64url')
}
