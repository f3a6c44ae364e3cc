import type { NodemailerError } from 'nodemailer'
import { LetterFault } from '../letter-texts/fault.ts'

export type Fault = {
  is: 'refused' | 'delayed'
  answer: string
  /** What was at fault: this letter, too many to its domain, or the way to our own mail server. */
  about: 'letter' | 'domain' | 'server'
  /** The connection was lost, perhaps after the letter was taken. */
  isUnsure: boolean
  /** There is no such mailbox. */
  isNobody: boolean
}

/**
 * What went wrong while a letter was handed over. A 5xx about the recipient or the content is final. One about us is not:
 * letters must not be given up because a password or `MAIL_FROM` is wrong.
 */
export function faultOf(thrown: unknown): Fault {
  const delayed = { ...unwritten(thrown), isUnsure: true }
  if (!(thrown instanceof Error) || !isCertain(thrown)) return delayed
  const error: NodemailerError = thrown
  if (!isAboutLetter(error)) return { ...delayed, isUnsure: false, about: 'server' }
  if (error.permanent) return { ...delayed, isUnsure: false, is: 'refused', isNobody: isNobody(error) }
  return { ...delayed, isUnsure: false, about: tooMany.test(delayed.answer) ? 'domain' : 'letter' }
}

/** What went wrong before there was anything to hand over. Words with an error in them are never sent. */
export function unwritten(thrown: unknown): Fault {
  const answer = thrown instanceof Error ? (thrown as NodemailerError).response || thrown.message : String(thrown)
  const is = thrown instanceof LetterFault ? 'refused' : 'delayed'
  return { is, answer: shortened(answer), about: 'letter', isUnsure: false, isNobody: false }
}

export function shortened(answer: string): string {
  return answer.slice(0, 500)
}

function isAboutLetter({ code, command }: NodemailerError): boolean {
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')
}

/** Whether the letter was surely not taken: the server said so, or there was no talking to it. */
function isCertain(error: NodemailerError & { timeoutType?: string; originalCode?: string }): boolean {
  const { code, command, responseCode, timeoutType, originalCode = '' } = error
  if (responseCode || (timeoutType && timeoutType !== 'SOCKET_TIMEOUT')) return true
  if (code === 'EAUTH' || code === 'EDNS' || code === 'ETLS' || code === 'EREQUIRETLS') return true
  // Without a command it is the pool that gives up, which tries again by itself only before anything was said.
  if (code === 'ECONNECTION' && !command) return true
  return /^E(CONNREFUSED|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|ADDRNOTAVAIL)$|CERT|WRONG_VERSION/.test(originalCode)
}

const tooMany = /too many|rate.?limit|throttl|unusual rate|\b4\.7\.28\b|\b4\.5\.3\b/i

/** Enhanced status codes of RFC 3463 for a mailbox or a domain that does not exist; in words where a server has none. */
function isNobody({ command, response = '' }: NodemailerError): boolean {
  if (command !== 'RCPT TO') return false
  const [, status] = /^5\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? []
  if (status) return /^5\.1\.(1|2|3|6|10)$/.test(status)
  return /no such (user|mailbox|recipient)|(user|mailbox|recipient) (is )?(unknown|not found|does not exist)|unknown (user|mailbox|recipient)/i.test(
    response,
  )
}
