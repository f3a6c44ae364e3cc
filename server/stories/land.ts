import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot, SlotSpeaker, Speaker, Story, StorySpeaker } from '../../db/schema.ts'
import { changeWithin, type Plan } from '../agenda/change-draft.ts'
import { positionAtEnd } from '../agenda/position.ts'
import type { DraftAgenda } from '../agenda/queries.ts'
import { added, edited } from '../agenda/rows.ts'
import { usualMinutes } from '../agenda/session-types.ts'
import { slugFor } from '../agenda/slot-slug.ts'
import { askGuardian } from '../guardians/ask.ts'
import { type Became, becomeSpeakers } from './become-speakers.ts'

type Where = { project: Project; meeting: Meeting }

/**
 * Puts an accepted story into the tray, as one step of the draft: undone, the story is accepted and without a slot.
 * Those who tell it become speakers, and only now a minor's guardian is asked.
 */
export async function land(
  tx: Tx,
  { project, meeting }: Where,
  story: Story,
  tellers: readonly StorySpeaker[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const became = await becomeSpeakers(tx, project, story, tellers)
  await changeWithin(tx, { project, meeting }, by, now, (_tx, draft, fresh) =>
    landing(tx, { project: fresh, meeting }, draft, story, became, now),
  )
  await askGuardians(tx, project, became, by, now)
}

async function landing(
  tx: Tx,
  { project, meeting }: Where,
  draft: DraftAgenda,
  story: Story,
  became: readonly Became[],
  now: Temporal.Instant,
): Promise<Plan<void>> {
  const said = { title: { [story.language]: story.title }, type: story.type }
  const slug = await slugFor(tx, project, meeting, said)
  const slot: Slot = { ...inTray, ...said, ...placeOf(draft, meeting), slug, ...lengthAndText(story) }
  const speakers = new Map(became.map(({ speaker }) => [speaker.id, speaker]))
  const speaking = [...speakers.values()].map((speaker, i) => added('slotSpeakers', saidYes(slot, speaker, i + 1, now)))
  const rows = [added('slots', slot), ...speaking, ...edited('stories', story, { slotId: slot.id })]
  return { result: undefined, changes: { about: slot.id, title: slot.title, rows } }
}

const inTray = {
  ...{ dayId: null, roomId: null, gapMinutes: 0, pinnedAt: null, internal: false },
  ...{ introducedBy: '', slidesWanted: false, slidesPublishedAt: null },
}

function placeOf(draft: DraftAgenda, meeting: Meeting) {
  return { id: randomUUID(), meetingId: meeting.id, position: positionAtEnd(draft.slots) }
}

function lengthAndText({ type, abstract, language }: Story) {
  return { minutes: usualMinutes[type], summary: abstract ? { [language]: abstract.slice(0, 2000) } : {} }
}

/** They asked to speak; the organisers' word is still to come. */
function saidYes(slot: Slot, speaker: Speaker, position: number, now: Temporal.Instant): SlotSpeaker {
  const unsaid = { invitedAt: null, confirmedAt: null, remindedAt: null, slidesRemindedAt: null }
  return { ...unsaid, slotId: slot.id, speakerId: speaker.id, position, standing: 'accepted', answeredAt: now }
}

async function askGuardians(tx: Tx, project: Project, became: readonly Became[], by: Organiser, now: Temporal.Instant) {
  for (const { teller, speaker } of became) {
    const { minor, guardianEmail, locale } = teller
    if (minor && guardianEmail) await askGuardian(tx, project, speaker, { email: guardianEmail, locale }, by, now)
  }
}
