import { z } from 'zod'
import { loadWebAuthn, loadWebAuthnHelpers } from '../libraries.ts'
import type { Passkey } from './queries.ts'
import { algorithms, type Site } from './site.ts'

const base64url = z.string().regex(/^[\w-]+$/)
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') }
const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).catch([]),
  }),
})
const signature = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

export type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>

/** The passkey that a browser says it has made; null when that is not so. */
export async function verifiedNew(site: Site, challenge: string, said: string): Promise<NewPasskey | null> {
  const response = parsed(made, said)
  if (!response || bringsCertificates(response.response.attestationObject)) return null
  const { registrationInfo } = await settled(
    loadWebAuthn().verifyRegistrationResponse({
      ...expected(site, challenge),
      supportedAlgorithmIDs: algorithms,
      response: { ...response, clientExtensionResults: {} },
    }),
  )
  if (!registrationInfo) return null
  const { id: credentialId, publicKey, counter } = registrationInfo.credential
  const { transports } = response.response
  return { credentialId, publicKey: loadWebAuthnHelpers().isoBase64URL.fromBuffer(publicKey), counter, transports }
}

/** Which of these passkeys has signed, and how often it has by now; null when none has. */
export async function verifiedKnown(
  site: Site,
  challenge: string,
  passkeys: readonly Passkey[],
  said: string,
): Promise<{ passkey: Passkey; counter: number } | null> {
  const response = parsed(signature, said)
  const passkey = passkeys.find(({ credentialId }) => credentialId === response?.id)
  if (!response || !passkey) return null
  const { credentialId: id, publicKey, counter } = passkey
  const { verified, authenticationInfo } = await settled(
    loadWebAuthn().verifyAuthenticationResponse({
      ...expected(site, challenge),
      response: { ...response, clientExtensionResults: {} },
      credential: { id, publicKey: loadWebAuthnHelpers().isoBase64URL.toBuffer(publicKey), counter },
    }),
  )
  return verified && authenticationInfo ? { passkey, counter: authenticationInfo.newCounter } : null
}

/** Who the maker is nobody asks here; to find out, the library would fetch what a certificate names. */
function bringsCertificates(attestationObject: string): boolean {
  const { decodeAttestationObject, isoBase64URL } = loadWebAuthnHelpers()
  try {
    const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject))
    const [format, statement] = [attestation.get('fmt'), attestation.get('attStmt')]
    return format !== 'none' && !(format === 'packed' && statement.get('x5c') === undefined)
  } catch {
    return true
  }
}

/** A finger or a PIN is asked for where there is one; a plain security key, which has none, will do as a second factor. */
function expected({ rpID, origin }: Site, challenge: string) {
  return { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false }
}

/** The library throws whatever is wrong with what was sent, and each of it means the same. */
async function settled<T extends object>(verifying: Promise<T>): Promise<Partial<T>> {
  return await verifying.catch(() => ({}))
}

function parsed<T>(schema: z.ZodType<T>, said: string): T | null {
  try {
    return schema.safeParse(JSON.parse(said)).data ?? null
  } catch {
    return null
  }
}
