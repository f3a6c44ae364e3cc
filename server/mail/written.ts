import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { MailConfig } from '../config.ts'

/** A letter as it goes out; who it goes to and its technical headers are the post's business. */
export type Written = {
  subject: string
  /** Its first lines: with the subject, what organisers may put otherwise. */
  lead?: string
  text: string
  html: string
  /** Where an answer reaches a person. */
  replyTo?: string
  /** An iTIP object (RFC 5546), sent in a part of its own and as a file. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
  /** Further iTIP objects: a message may have but one UID (RFC 5546 3.2), so each is a file of its own. */
  files?: { name: string; content: string }[]
  /** Shown inside the letter by their names (RFC 2392). */
  pictures?: { cid: string; name: string; content: Buffer }[]
  /** Beside those that every letter has. */
  headers?: Record<string, string>
}

/** Writes a letter out from what is true at `now`; null when what happened since has overtaken it. */
export type Writer = (
  db: Reads,
  letter: Letter,
  house: { config: MailConfig; now: Temporal.Instant },
) => Promise<Written | null>

/** One writer per kind of letter. */
export type Writers = Record<string, Writer>
