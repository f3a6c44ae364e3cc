import { eq, inArray } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { deliveries, letters } from '../../db/schema.ts'
import type { Config } from '../config.ts'
import { suppress } from '../mail/suppressed.ts'
import type { Bounce } from './bounce.ts'
import { tellReturned } from './tell-returned.ts'

type Where = { tags: readonly string[]; config: Pick<Config, 'publicUrl'> }

/**
 * A letter that reached nobody, named by the address it came back to or by its Message-ID. If there is no such mailbox,
 * nothing more is sent to it, unless a server behind somebody's forwarding says so.
 */
export async function comeBack(db: Database, bounce: Bounce, where: Where, now: Temporal.Instant): Promise<string> {
  const ids = lettersNamed(bounce, where)
  if (bounce.action !== 'failed') return 'delayed'
  if (ids.length === 0) return 'not-ours'
  return await db.transact(
    async (tx) => {
      const [letter] = await tx.select().from(letters).where(inArray(letters.id, ids)).limit(1)
      if (!letter?.sentAt) return 'not-ours'
      if (letter.bouncedAt) return 'known'
      const answer = bounce.answer.slice(0, 500) || bounce.status
      await tx.update(letters).set({ bouncedAt: now }).where(eq(letters.id, letter.id))
      await tx.insert(deliveries).values({ letterId: letter.id, at: now, outcome: 'bounced', answer })
      const isTheirs = bounce.recipient === letter.recipient.toLowerCase()
      if (isTheirs && isNobody(bounce.status)) await suppress(tx, letter.recipient, { reason: 'bounced', answer }, now)
      await tellReturned(tx, letter, now)
      return 'bounced'
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

/** No such mailbox, no such domain, or one that is closed (RFC 3463). */
function isNobody(status: string): boolean {
  return /^5\.1\.(1|2|3|6|10)$|^5\.2\.1$/.test(status)
}

function lettersNamed({ messageIds }: Bounce, { tags, config }: Where): string[] {
  const host = `@${new URL(config.publicUrl).hostname}`
  const byAddress = tags.filter((tag) => tag.startsWith('b-')).map((tag) => tag.slice(2))
  const byId = messageIds.filter((id) => id.endsWith(host)).map((id) => id.slice(0, -host.length))
  return (byAddress.length > 0 ? byAddress : byId).slice(0, 20)
}
