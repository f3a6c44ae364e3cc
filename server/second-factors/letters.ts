import { secondFactorContent } from '../../views/letters/second-factor.ts'
import { paths } from '../../views/paths.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { factorChanges } from './tell.ts'

export const secondFactorLetter: Writer = async (db, letter, { config }) => {
  const { change: fact, at } = letter.facts
  const change = factorChanges.find((one) => one === fact)
  if (!change || !at) return null
  const told = { change, at: Temporal.Instant.from(at), url: config.publicUrl + paths.secondFactor }
  return await worded(db, letter, (voice) => secondFactorContent(voice, told))
}
