import type { Locale } from '../../db/languages.ts'
import type { Database, Reads } from '../../db/open.ts'
import type { PhotoChannel, Registration } from '../../db/schema.ts'
import { consentsOf } from '../consents/consents-of.ts'
import { isKnownText } from '../consents/known-text.ts'
import { type PhotoWord, sayConsent } from '../consents/say-consent.ts'
import type { PhotoConsents } from '../consents/standing.ts'
import { Refusal } from '../refusal.ts'
import { isLive } from '../registrations/queries.ts'
import { type Named, participantsOf } from './queries.ts'
import { type Party, rosterOf } from './roster.ts'

/** What a paper says: the places its signer agrees to; null while none came back. */
export type Paper = { agreed: PhotoChannel[] } | null

/** One line of the form: as the page showed it, and as it is now. */
export type PaperSaid = { participantId: string; was: Paper; now: Paper }

/** What was written down, beside which words: papers with others are no yes to these. */
export type PapersSaid = { lines: readonly PaperSaid[]; textVersion: string }

/** What came back on paper of those who have a name, by their id. */
export async function papersOf(
  db: Reads,
  project: { id: string },
  channels: readonly PhotoChannel[],
  registration: Registration,
): Promise<Map<string, Paper>> {
  const [consents, named] = await Promise.all([
    consentsOf(db, project, [registration]),
    participantsOf(db, registration),
  ])
  return new Map(named.map((one) => [one.id, paperFrom(channels, consents(registration, one))]))
}

/** Words said before the text was changed do not count: that paper is to be signed anew. */
function paperFrom(channels: readonly PhotoChannel[], consents: PhotoConsents): Paper {
  const isBack = channels.every((channel) => consents[channel] === 'yes' || consents[channel] === 'no')
  return isBack ? { agreed: channels.filter((channel) => consents[channel] === 'yes') } : null
}

/**
 * Writes down what guardians signed; only lines that were changed, so that two who do it at once keep both. After the
 * meeting too: that is when photos are shown, and a yes can be taken back as long as anybody is known.
 */
export async function recordPapers(
  db: Database,
  party: Party,
  { lines, textVersion }: PapersSaid,
  locale: Locale,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const { project, meeting, registration, named } = await rosterOf(tx, party)
      if (!isLive(registration)) throw new Refusal('party.closed')
      if (!(await isKnownText(tx, project, textVersion))) throw new Refusal('consent.unknown-text')
      for (const { participant, paper } of changedAmong(lines, named)) {
        const words = wordsOn(paper, meeting.photoChannels)
        const saying = { by: 'teacher' as const, locale, textVersion, participantId: participant.id }
        await sayConsent(tx, registration, words, saying, now)
      }
    },
    { touches: party.project.id, lock: party.meeting.id },
  )
}

function wordsOn(paper: Paper, channels: readonly PhotoChannel[]): PhotoWord[] {
  return channels.map((channel) => ({ channel, agreed: paper?.agreed.includes(channel) ?? false }))
}

function changedAmong(said: readonly PaperSaid[], named: readonly Named[]) {
  return said
    .filter((line) => paperMark(line.was) !== paperMark(line.now))
    .flatMap(({ participantId, now: paper }) => {
      const participant = named.find(({ id }) => id === participantId)
      return participant ? [{ participant, paper }] : []
    })
}

/** A paper in a word, as the form carries it: "+web,press", "+" for no to all, nothing while there is none. */
export function paperMark(paper: Paper): string {
  return paper ? `+${paper.agreed.join()}` : ''
}
