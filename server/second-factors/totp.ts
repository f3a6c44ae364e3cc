import { Secret, TOTP } from 'otpauth'

const period = 30

/** 160 bits, as RFC 4226 (4) wants them, in the base32 that people can type. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code says to the app. Six digits by SHA-1, every 30 seconds: all apps know that, and some nothing else. */
export function appAddress(secret: string, label: string): string {
  return new TOTP({ issuer: 'Kopā', label, secret: Secret.fromBase32(secret), period }).toString()
}

/**
 * Which 30 seconds since 1970 a code is of; null for a wrong one. The code before the present one is still taken, for
 * those who type slowly (RFC 6238, 5.2), none that is to come.
 */
export function stepOf(secret: string, token: string, now: Temporal.Instant): number | null {
  const app = new TOTP({ secret: Secret.fromBase32(secret), period })
  const step = Math.floor(now.epochMilliseconds / 1000 / period)
  const isOf = (one: number) => app.validate({ token, window: 0, timestamp: one * period * 1000 }) === 0
  return [step, step - 1].find(isOf) ?? null
}
