import type { Config } from '../config.ts'

/** EdDSA, ES256 and RS256, which are all that authenticators have today, and all that Node verifies for good. */
export const algorithms = [-8, -7, -257]

/** What a passkey belongs to (WebAuthn's relying party): the public address, and no other. */
export type Site = { rpID: string; origin: string }

export function siteOf({ publicUrl }: Pick<Config, 'publicUrl'>): Site {
  const { hostname, origin } = new URL(publicUrl)
  return { rpID: hostname, origin }
}
