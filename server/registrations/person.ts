import type { Locale } from '../../db/languages.ts'
import type { Registration } from '../../db/schema.ts'
import type { AgeSaid } from '../guardianships/age-form.ts'
import type { Answered } from '../questions/answer-form.ts'

/** Who comes, and what they or an organiser have said of them. */
export type Person = {
  name: string
  email: string | null
  groupId: string | null
  locale: Locale
  /** One person unless said otherwise; `seats` with whoever registers. */
  kind?: Registration['kind']
  seats?: number
  /** One address registers a class once, and several classes. */
  className?: string | null
  /** Of a class: how many of its seats are adults', whoever registers included. */
  adults?: number
  /** Those who come along, as far as they are named. */
  participants?: string[]
  /** The new registration's id, when an organiser's form had one: without an address, only this tells a second sending. */
  once?: string | undefined
  /** Whom to call if something happens to them. */
  emergencyContact?: string
  /** They came by on the day. */
  walkIn?: boolean
  /** The registration at another meeting that this one takes the place of: the letter says both. */
  movedFrom?: Pick<Registration, 'id' | 'status'> & { workshops: string[] }
  /** To the meeting's own questions. */
  answers?: Answered[]
  /** With many others, in a deed that is written down as one: whether they are written to. */
  broughtIn?: 'letters' | 'silently'
} & Partial<AgeSaid>
