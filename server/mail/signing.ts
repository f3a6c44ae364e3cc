import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '../config.ts'
import { senderOf } from './sender.ts'

/** What signs letters for the domain of `MAIL_FROM` (DKIM, RFC 6376); null where the mail server does it, or nobody. */
export function signingOf(config: Pick<Config, 'mailFrom' | 'dkim'>) {
  if (!config.dkim) return null
  const { address } = senderOf(config)
  return {
    domainName: address.slice(address.lastIndexOf('@') + 1),
    keySelector: config.dkim.selector,
    privateKey: readFileSync(config.dkim.keyFile, 'utf8'),
    headerFieldNames: signed.join(':'),
  }
}

/** nodemailer signs with RSA alone, sends unsigned with any other key, and says nothing. */
export function isSigningKey(file: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(readFileSync(file))
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024
  } catch {
    return false
  }
}

/** Its own list lacks `List-Unsubscribe-Post`, which RFC 8058 wants signed. */
const signed = [
  ...['From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Auto-Submitted'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
]
