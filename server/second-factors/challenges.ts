import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { loadWebAuthn } from '../libraries.ts'
import { keepAsked } from './asked.ts'
import { type Passkey, passkeysOf } from './queries.ts'
import { algorithms, type Site } from './site.ts'

/** What a browser is told to make a new passkey by, in WebAuthn's own words. */
export async function challengeForNew(
  db: Database,
  { rpID }: Site,
  organiser: Organiser,
  holderHash: string,
  now: Temporal.Instant,
) {
  const asked = await loadWebAuthn().generateRegistrationOptions({
    rpName: 'Kopā',
    rpID,
    userID: new TextEncoder().encode(organiser.id),
    userName: organiser.email,
    userDisplayName: organiser.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known(await passkeysOf(db, organiser)),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await keep(db, holderHash, asked, now)
  return asked
}

/** What a browser is told to sign with one of the organiser's passkeys. */
export async function challengeForKnown(
  db: Database,
  { rpID }: Site,
  organiser: { id: string },
  holderHash: string,
  now: Temporal.Instant,
) {
  const allowCredentials = known(await passkeysOf(db, organiser))
  const asked = await loadWebAuthn().generateAuthenticationOptions({
    rpID,
    allowCredentials,
    userVerification: 'preferred',
  })
  await keep(db, holderHash, asked, now)
  return asked
}

function known(passkeys: Passkey[]) {
  return passkeys.map(({ credentialId: id, transports }) => ({ id, transports }))
}

async function keep(db: Database, holderHash: string, { challenge }: { challenge: string }, now: Temporal.Instant) {
  await db.transact((tx) => keepAsked(tx, holderHash, 'passkey', challenge, now), { touches: 'nothing' })
}
