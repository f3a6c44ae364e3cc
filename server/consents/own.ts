import type { Reads } from '../../db/open.ts'
import type { Consent, ConsentText, Meeting, PhotoChannel, Project, Registration } from '../../db/schema.ts'
import { currentText, textVersions, wordsOf } from './queries.ts'
import { isOwn } from './say-own.ts'
import { type PhotoConsents, standingOf } from './standing.ts'
import { type CurrentText, defaultText } from './text.ts'

export type Said = Pick<Consent, 'channel' | 'agreed' | 'at' | 'by' | 'locale'> & {
  /** The words it was said to: the city's own, or null for ours. */
  text: ConsentText | null
}

export type OwnPhotos = {
  standing: PhotoConsents
  text: CurrentText
  /** The latest word on each channel by each who had one, the newest first. */
  said: Said[]
  /** Where they do not want to be shown, whatever others say. */
  against: PhotoChannel[]
}

/** All that was said about photos of somebody who registered. */
export async function ownPhotos(
  db: Reads,
  project: Project,
  { photoChannels }: Meeting,
  registration: Registration,
): Promise<OwnPhotos> {
  const [text, versions, all] = await Promise.all([
    currentText(db, project),
    textVersions(db, project),
    wordsOf(db, [registration]),
  ])
  const words = all.filter(({ participantId }) => participantId === null)
  const latest = new Map(words.map((word) => [`${word.channel} ${word.by}`, word]))
  const own = (channel: PhotoChannel) => words.findLast((word) => isOwn(word) && word.channel === channel)
  return {
    standing: standingOf(words, registration.ageBand, text.version),
    text,
    said: [...latest.values()].reverse().map((word) => ({ ...word, text: textOf(versions, word) })),
    against: photoChannels.filter((channel) => own(channel)?.agreed === false),
  }
}

function textOf(versions: readonly ConsentText[], { textVersion }: Consent): ConsentText | null {
  return textVersion === defaultText ? null : (versions.find(({ id }) => id === textVersion) ?? null)
}
