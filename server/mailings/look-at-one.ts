import type { Reads } from '../../db/open.ts'
import type { Mailing, Registration } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import { LetterFault } from '../letter-texts/fault.ts'
import type { Found } from '../meetings/queries.ts'
import { previewOf } from './letters.ts'

/** Whose letter is looked at: somebody's, or the first that the search finds. */
type Asked = { person?: unknown; search?: unknown; publicUrl: string }

/** One letter of a mailing, as that person would get it, among those that were searched for. */
export async function lookAtOne(db: Reads, found: Found, mailing: Mailing, all: readonly Registration[], asked: Asked) {
  const search = typeof asked.search === 'string' ? asked.search.slice(0, 200) : ''
  const sought = folded(search)
  const people = all.filter(({ name, email }) => folded(`${name ?? ''} ${email ?? ''}`).includes(sought))
  const nth = Math.max(
    0,
    people.findIndex(({ id }) => id === asked.person),
  )
  const person = people[nth]
  if (!person) return { search, shown: null }
  return { search, shown: { person, nth, people, ...(await writtenTo(db, found, mailing, person, asked.publicUrl)) } }
}

/** Or why it cannot be written. */
export async function writtenTo(db: Reads, found: Found, mailing: Mailing, person: Registration, publicUrl: string) {
  try {
    return { written: await previewOf(db, found, mailing, person, publicUrl), fault: null }
  } catch (error) {
    if (error instanceof LetterFault) return { written: null, fault: error.message }
    throw error
  }
}
