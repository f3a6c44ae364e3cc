import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { Config } from '../config.ts'
import { LetterFault } from '../letter-texts/fault.ts'
import { writers } from '../letters.ts'
import { compose, type MailOptions } from './compose.ts'
import { firstOfThread } from './queries.ts'
import { withoutSecrets } from './without-secrets.ts'
import type { Written } from './written.ts'

type House = { config: Config; now: Temporal.Instant }

/** What organisers read of a letter: `mail` is null when it has nothing true left to say, its secret is forgotten, or
 * its words are at fault. */
export type AsItReads = { mail: MailOptions | null; fault: string | null }

export async function asItReads(db: Reads, letter: Letter, house: House): Promise<AsItReads> {
  const { config, now } = house
  const { written, fault } = await writtenFor(db, letter, house)
  if (!written) return { mail: null, fault }
  const about = { config, first: await firstOfThread(db, letter), date: letter.sentAt ?? now }
  return { mail: compose(letter, written, about), fault }
}

/** Its secret links are shown only where there is no mail server, and organisers hand the letters on. */
export async function writtenFor(
  db: Reads,
  letter: Letter,
  { config, now }: House,
): Promise<{ written: Written | null; fault: string | null }> {
  try {
    const written = (await writers[letter.kind]?.(db, letter, { config, now })) ?? null
    return { written: written && config.smtpUrl !== null ? withoutSecrets(written) : written, fault: null }
  } catch (error) {
    if (error instanceof LetterFault) return { written: null, fault: error.message }
    throw error
  }
}
