import addressparser from 'nodemailer/lib/addressparser'

type Sender = { name: string; address: string }

/** Kept: every letter asks several times, and there is but one `MAIL_FROM`. */
let last: { mailFrom: string; sender: Sender } | null = null

/** `Kopā <kopa@example.org>` in its two parts. */
export function senderOf({ mailFrom }: { mailFrom: string }): Sender {
  if (last?.mailFrom !== mailFrom) last = { mailFrom, sender: parsed(mailFrom) }
  return { ...last.sender }
}

function parsed(mailFrom: string): Sender {
  const [sender] = addressparser(mailFrom, { flatten: true })
  if (!sender?.address) throw new Error('MAIL_FROM holds no address.')
  return sender
}
