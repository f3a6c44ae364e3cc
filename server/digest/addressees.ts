import type { Locale } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { Released } from '../agenda/release.ts'
import { basesOf, type Heard, isShownLive, isToldElsewhere } from './heard.ts'
import { newsSince, slotOf } from './news.ts'
import { type Coming, comingTo, type Part, partsIn } from './queries.ts'

/** One address, whoever is behind it: at most one guest, and any number of speakers. */
export type Addressee = { recipient: string; locale: Locale; registrationId: string | null; speakerIds: string[] }

/** Whom a release concerns: guests when anything is not as they knew it, speakers when their own slot is not. */
export async function addresseesOf(
  db: Reads,
  project: Pick<Project, 'locales'>,
  meeting: Pick<Meeting, 'id'>,
  heard: Heard,
  releases: readonly Released[],
): Promise<Addressee[]> {
  const is = releases.at(-1)?.slots ?? []
  // Before the first release there was nothing that guests could have known otherwise.
  const rest = heard.from === 0 ? [] : newsSince(basesOf(heard, releases, isToldElsewhere), is)
  const guests = rest.length > 0 ? await comingTo(db, meeting) : []
  const own = newsSince(basesOf(heard, releases, isShownLive), is).map(slotOf)
  const ids = own.map(({ id }) => id)
  const parts = await partsIn(db, ids, own)
  return byAddress(guests, parts, project.locales[0] ?? 'lv')
}

/** Letter case does not make two people of one: nothing else is folded. */
export function addressKey(email: string): string {
  return email.toLowerCase()
}

function byAddress(guests: readonly Coming[], parts: readonly Part[], leading: Locale): Addressee[] {
  const addressees = new Map<string, Addressee>()
  for (const { id, email, locale } of guests)
    addressees.set(addressKey(email), { recipient: email, locale, registrationId: id, speakerIds: [] })
  for (const { speaker } of parts) {
    const recipient = speaker.email ?? ''
    const known = addressees.get(addressKey(recipient))
    const { registrationId = null, speakerIds = [], locale = leading } = known ?? {}
    addressees.set(addressKey(recipient), {
      recipient,
      locale: speaker.locale ?? locale,
      registrationId,
      speakerIds: [...new Set([...speakerIds, speaker.id])],
    })
  }
  return [...addressees.values()]
}
