import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

/** How long somebody may take over a form. */
export const proofMinutes = 60

/** About 256 tries of 10,000 rounds: a second or two of a phone, while its owner types; minutes for a hundred forms. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 10_000, keyPrefix: '00', deriveKey }

const sent = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      cost: z.number(),
      data: z.object({ expires: z.number() }),
      keyLength: z.number(),
      keyPrefix: z.string(),
      nonce: z.string(),
      salt: z.string(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/** What a device has to solve, as JSON in ALTCHA's format; signed, so that it need not be kept. */
export async function newChallenge(key: string, now: Temporal.Instant): Promise<string> {
  const data = { expires: now.add({ minutes: proofMinutes }).epochMilliseconds }
  return JSON.stringify(await createChallenge({ ...work, data, hmacSignatureSecret: key }))
}

/** The challenge's own number and its end, if this is a solution of one that we signed and that has not run out. */
export async function solvedIn(key: string, proof: string, now: Temporal.Instant) {
  const { data } = sent.safeParse(jsonIn(proof))
  if (!data) return null
  const { nonce, data: said } = data.challenge.parameters
  if (said.expires <= now.epochMilliseconds) return null
  const { verified } = await verifySolution({ ...data, deriveKey, hmacSignatureSecret: key })
  return verified ? { nonce, expiresAt: Temporal.Instant.fromEpochMilliseconds(said.expires) } : null
}

function jsonIn(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof.slice(0, 2_000), 'base64').toString())
  } catch {
    return null
  }
}
