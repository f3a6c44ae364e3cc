import addressparser from 'nodemailer/lib/addressparser'

/** `Kopā <kopa@example.org>` in its two parts. */
export function senderOf({ mailFrom }: { mailFrom: string }): { name: string; address: string } {
  const [sender] = addressparser(mailFrom, { flatten: true })
  if (!sender?.address) throw new Error('MAIL_FROM holds no address.')
  return sender
}
