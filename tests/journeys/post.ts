import type { ParsedMail } from 'mailparser'
import { expect } from 'vitest'
import { parsers, type Reading } from '../calendar/parsers.ts'
import { invitationIn, type Mailbox } from '../mailbox.ts'

/** What one person was sent, in the order it came. */
export function lettersTo({ letters }: Mailbox, email: string): ParsedMail[] {
  return letters.filter(({ to }) => [to].flat().some((one) => one?.value.some(({ address }) => address === email)))
}

/** What a letter tells a calendar, as two parsers of different descent read it; null when it tells it nothing. */
export function invitationOf(letter: ParsedMail): Reading | null {
  if (letter.attachments.length === 0) return null
  const [one, other] = Object.values(parsers).map((parse) => parse(invitationIn(letter)))
  expect(one).toEqual(other)
  return one?.[0] ?? null
}

/** How what one person was sent went on, in their calendar. */
export function told(mailbox: Mailbox, email: string) {
  return lettersTo(mailbox, email).map((letter) => {
    const invitation = invitationOf(letter)
    if (!invitation) return null
    const { method, uid, sequence, status, startsAt, attendee, attendees } = invitation
    return { method, uid, sequence, status, startsAt, only: attendees === 1 ? attendee?.address : null }
  })
}

/** The way to one's own registration, from the newest letter that has it. */
export function ownLink(mailbox: Mailbox, email: string): string {
  const links = lettersTo(mailbox, email).flatMap(({ text }) => /http:\S+\/mine\/\S+/.exec(text ?? '')?.[0] ?? [])
  return links.at(-1) ?? ''
}
