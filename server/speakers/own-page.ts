import type { Reads } from '../../db/open.ts'
import type { Project, Speaker } from '../../db/schema.ts'
import type { Say } from '../../views/say.ts'
import type { OwnSlot, OwnView } from '../../views/speakers/own.ts'
import { slotEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import { ownGuardians } from '../guardians/own.ts'
import { later } from '../later.ts'
import { hasBegun, isOver } from '../meetings/status.ts'
import { isAlbumShownTo } from '../photos/preview.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { ownSlides } from '../slides/own.ts'
import { feedbackTo } from '../survey/queries.ts'
import { type Appearance, appearancesOf } from './appearances.ts'

type Held = { project: Project; speaker: Speaker; token: string }

/** What a speaker sees of themselves: the slots they were asked for, those to come first, and what is still asked of them. */
export async function ownPageOf(
  db: Reads,
  held: Held,
  say: Say,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<OwnView> {
  const asked = (await appearancesOf(db, held.speaker)).filter(({ standing }) => standing !== 'planned')
  const slots = asked.map((appearance) => ownSlot(held.project, appearance, say, publicUrl, now))
  return {
    ...held,
    slots: slots.toSorted((a, b) => Number(a.isOver) - Number(b.isOver)),
    slides: await ownSlides(db, held.speaker, now),
    guardian: await ownGuardians(db, held.speaker, held.token),
    hasAlbum: await isAlbumShownTo(db, held, now),
    feedback: await feedbackTo(db, held.speaker),
    now,
    forgottenAt: lastDay(asked),
  }
}

function ownSlot(
  project: Project,
  appearance: Appearance,
  say: Say,
  publicUrl: string,
  now: Temporal.Instant,
): OwnSlot {
  const { meeting, released, standing, isSure } = appearance
  const isTold = isSure && standing === 'confirmed' && released !== null
  return {
    ...appearance,
    isOver: isOver(meeting, now),
    isToday: hasBegun({ startsAt: meeting.startsAt.subtract({ hours: 12 }) }, now) && !isOver(meeting, now),
    calendar: isTold ? calendarLinks(slotEntry(project, meeting, released, say.locale, publicUrl)) : null,
  }
}

/** When what is only for organisers is wiped; null when they are in no meeting. */
function lastDay(asked: readonly Appearance[]): Temporal.Instant | null {
  const [first, ...rest] = asked.map(({ meeting }) => forgottenAt(meeting))
  return first ? rest.reduce(later, first) : null
}
