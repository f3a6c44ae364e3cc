import { Secret } from 'otpauth'
import { and, eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { recoveryCodes } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

const atOnce = 10

/** Makes new ones in place of all former ones, and returns them: nobody can read them later. */
export async function newRecoveryCodes(tx: Tx, { id }: { id: string }, now: Temporal.Instant): Promise<string[]> {
  const codes = Array.from({ length: atOnce }, newCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.organiserId, id))
  const rows = codes.map((code) => ({ codeHash: hashOf(plain(code)), organiserId: id, createdAt: now }))
  await tx.insert(recoveryCodes).values(rows)
  return codes
}

/** Whether it is one of theirs; it is then used up. */
export async function takeRecoveryCode(tx: Tx, { id }: { id: string }, typed: string): Promise<boolean> {
  const own = and(eq(recoveryCodes.codeHash, hashOf(plain(typed))), eq(recoveryCodes.organiserId, id))
  const taken = await tx.delete(recoveryCodes).where(own).returning({ hash: recoveryCodes.codeHash })
  return taken.length > 0
}

/** 120 random bits, so that a quick hash is enough; in groups of four, to be read and typed. */
function newCode(): string {
  return new Secret({ size: 15 }).base32.replaceAll(/.{4}(?!$)/g, '$&-')
}

/** As people type it: in small letters, with other gaps, and with the digits that base32 has not. */
function plain(typed: string): string {
  const letters = typed.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B')
  return letters.replaceAll(/[^A-Z2-7]/g, '')
}
