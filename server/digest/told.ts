import { inLanguage, type Locale, type Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Letter, Project, Speaker } from '../../db/schema.ts'
import type { DigestTold } from '../../views/letters/digest-told.ts'
import { paths } from '../../views/paths.ts'
import { publicAgenda, releasesSince } from '../agenda/queries.ts'
import type { Released, ReleasedSlot } from '../agenda/release.ts'
import { ownSequence } from '../calendar/own-sequence.ts'
import { daysOf } from '../meetings/queries.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { clashesAmong, droppedSince } from '../workshops/after-release.ts'
import { chosenBy } from '../workshops/chosen.ts'
import { type Behind, behind } from './behind.ts'
import { basesOf, type Heard, heardIn, isShownLive, isToldElsewhere } from './heard.ts'
import { secretFor } from './links.ts'
import { type News, newsSince, slotOf } from './news.ts'
import { type Part, partsIn } from './queries.ts'
import { isToldOf } from './tell-release.ts'

export type OwnNews = News & { names: string[]; parts: Part[] }
export type Told = Omit<DigestTold, 'own' | 'workshops'> & {
  own: OwnNews[]
  workshops: OwnNews[]
  agenda: Released
  queuedAt: Temporal.Instant
  registration: Behind['registration']
  ownSequence: number
}

/** What a digest is written from; null when there is nobody left to tell, or nothing. */
export async function toldOf(
  db: Reads,
  letter: Letter,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<Told | null> {
  const heard = heardIn(letter)
  const whom = await behind(db, letter)
  if (!heard || !whom || !letter.token || !isToldOf(whom.meeting, now)) return null
  const { project, meeting, registration, speakers } = whom
  const agenda = await publicAgenda(db, project, meeting)
  if (!agenda) return null
  const seen = { agenda, project, locale: letter.locale, releases: await releasesSince(db, meeting, heard.from) }
  const own = await ownNews(db, speakers, seenNews(seen, heard, isShownLive))
  const told = await droppedSince(db, registration, heard.from)
  const others = seenNews(seen, afterFirst(heard), isToldElsewhere).filter(
    (one) => !own.some((news) => slotOf(news).id === slotOf(one).id) && !(one.is === null && told.has(one.was.id)),
  )
  if (own.length === 0 && (!registration || others.length === 0)) return null
  const { token, queuedAt } = letter
  const pageOf = (speaker: Speaker) => publicUrl + paths.speaker(secretFor(token, speaker))
  return {
    ...{ project, meeting, own, others, agenda, publicUrl, queuedAt, registration },
    workshops: await workshopNews(db, registration, others),
    ownSequence: await ownSequence(db, meeting, letter),
    speakers: speakers.map((speaker) => ({ name: speaker.name, url: pageOf(speaker) })),
    clashes: await clashesAmong(db, registration, [...own, ...others].map(slotOf)),
    manageUrl: registration && publicUrl + paths.mine(secretFor(token, registration)),
    severalDays: (await daysOf(db, meeting)).length > 1,
    forgottenAt: forgottenAt(meeting),
  }
}

async function workshopNews(db: Reads, guest: Behind['registration'], news: readonly News[]): Promise<OwnNews[]> {
  if (!guest || news.length === 0) return []
  const inside = (await chosenBy(db, guest)).chosen.filter(({ status }) => status === 'in')
  return news
    .filter((one) => inside.some(({ slotId }) => slotId === slotOf(one).id))
    .map((one) => ({ ...one, names: [], parts: [] }))
}

type Seen = { agenda: Released; project: Project; locale: Locale; releases: readonly Released[] }

/** Only what differs in the reader's language. */
function seenNews({ agenda, project, locale, releases }: Seen, heard: Heard, isKnown: (one: Released) => boolean) {
  const read = (text: Localised) => inLanguage(text, locale, project.locales).text
  const shown = ({ startsAt, endsAt, room, title }: ReleasedSlot) =>
    JSON.stringify([startsAt, endsAt, room && read(room), read(title)])
  const news = newsSince(basesOf(heard, releases, isKnown), agenda.slots)
  return news.filter(({ was, is }) => !was || !is || shown(was) !== shown(is))
}

/** Nobody compares with a time before there was an agenda. */
function afterFirst({ from, maybe }: Heard): Heard {
  return { from: Math.max(from, 1), maybe }
}

async function ownNews(db: Reads, speakers: readonly Speaker[], news: readonly News[]): Promise<OwnNews[]> {
  const changed = news.map(slotOf)
  const ids = changed.map(({ id }) => id)
  const parts = speakers.length > 0 ? await partsIn(db, ids, changed) : []
  const its = parts.filter((part) => speakers.some(({ id }) => id === part.speaker.id))
  return news.flatMap((one) => {
    const ofSlot = its.filter(({ slotId }) => slotId === slotOf(one).id)
    return ofSlot.length > 0 ? [{ ...one, parts: ofSlot, names: ofSlot.map(({ speaker }) => speaker.name) }] : []
  })
}
