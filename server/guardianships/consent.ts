import type { MessageKey } from '../../views/say.ts'

/** What a guardian signs when they let a child come. A changed text gets a new key. */
export const attendanceText: MessageKey = 'guardianship.consent-1'

/** The answer of somebody who was asked by mistake: neither a yes nor a no. */
export const notMine: MessageKey = 'guardianship.not-mine'

/** No answer, but that of somebody whom the child has had replaced by another. */
export const replaced: MessageKey = 'guardianship.replaced'
