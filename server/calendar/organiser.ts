import { inLanguage, type Locale } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import type { MailConfig } from '../config.ts'
import { plusAddress } from '../mail/plus-address.ts'
import { senderOf } from '../mail/sender.ts'
import type { Entry } from './entry.ts'

/**
 * Who invites, in a calendar object to one person: our mailbox, with their own secret in its address while answers are
 * read there. The same for as long as they have the entry: another ORGANIZER would be another one (RFC 5546 2.1.4).
 */
export function organiserFor(
  project: Project,
  { replyToken }: { replyToken: string | null },
  locale: Locale,
  config: MailConfig,
): NonNullable<Entry['organiser']> {
  const { address } = senderOf(config)
  return {
    name: inLanguage(project.title, locale, project.locales).text,
    email: config.readsMail && replyToken ? plusAddress(address, replyToken) : address,
  }
}
