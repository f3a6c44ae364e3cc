import type { Localised } from '../../db/languages.ts'
import type { MessageKey } from '../../views/say.ts'

/** What people agree to where the city has no words of its own. A changed text gets a new key: old yeses do not cover it. */
export const defaultText: MessageKey = 'consent.text-1'

/** The words people are shown now; `own` is null while they are the catalogues'. */
export type CurrentText = { version: string; own: Localised | null }
