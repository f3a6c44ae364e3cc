import type { Config } from '../config.ts'

/** What a passkey belongs to (WebAuthn's relying party): the public address, and no other. */
export type Site = { rpID: string; origin: string }

export function siteOf({ publicUrl }: Pick<Config, 'publicUrl'>): Site {
  const { hostname, origin } = new URL(publicUrl)
  return { rpID: hostname, origin }
}
