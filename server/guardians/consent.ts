import type { MessageKey } from '../../views/say.ts'

/** What a guardian is shown and signs. A changed text gets a new key, and who agreed to the old one has agreed. */
export const consentText: MessageKey = 'guardian.consent-1'

/** The answer of somebody who was asked by mistake: neither a yes nor a no. */
export const notMine: MessageKey = 'guardian.not-mine'
