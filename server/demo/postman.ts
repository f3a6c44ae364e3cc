import type { Database } from '../../db/open.ts'
import { writers } from '../letters.ts'
import { type Post, postLetters } from '../mail/post.ts'
import type { Transport } from '../mail/transport.ts'

/** Takes every letter and carries it nowhere: what the story wrote long ago must not reach a mail server today. */
const nowhere: Transport = {
  sendMail: async () => ({ response: 'Example: not really posted' }),
  close: () => {},
}

/** Posts what the story has queued up to that moment. */
export async function postStory(db: Database, config: Post['config'], at: Temporal.Instant): Promise<void> {
  await postLetters(db, { transport: nowhere, writers, config, now: () => at })
}
