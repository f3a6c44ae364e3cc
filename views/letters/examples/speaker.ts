import type { Slot, Speaker } from '../../../db/schema.ts'
import type { Appearance } from '../../../server/speakers/appearances.ts'
import type { GuardianTold } from '../guardian.ts'
import type { SlidesTold } from '../slides.ts'
import type { SpeakerTold } from '../speaker-told.ts'
import { exampleBefore } from './before.ts'
import { evening, exampleLink, exampleMeeting, exampleProject, type Stage } from './meeting.ts'
import { people, titles } from './names.ts'
import { exampleSlot } from './slot.ts'

type Changes = { kind?: Speaker['kind']; standing?: Appearance['standing']; isSure?: boolean; bySelf?: boolean }

/** What a letter to a speaker is written from. */
export function exampleSpeakerTold(
  stage: Stage,
  { kind = 'person', bySelf = false, ...changes }: Changes = {},
): SpeakerTold {
  const meeting = exampleMeeting(stage)
  const appearance = exampleAppearance(stage, changes)
  return {
    ...{ project: exampleProject(stage), meeting, speaker: exampleSpeaker(stage, kind) },
    ...{
      slots: [appearance],
      entries: changes.isSure ? [appearance] : [],
      slot: appearance,
      formerTitle: titles.slot,
      formerEntry: exampleSlot(stage),
      bySelf,
      byCalendar: false,
    },
    before: exampleBefore(stage),
    days: [meeting],
    forgottenAt: meeting.endsAt.add({ hours: 30 * 24 }),
    speakerUrl: exampleLink(stage, 'speaker'),
    publicUrl: stage.publicUrl,
  }
}

export function exampleGuardianTold(stage: Stage): GuardianTold {
  const meeting = exampleMeeting(stage)
  return {
    project: exampleProject(stage),
    speaker: { name: people.speaker },
    meeting,
    occasions: [{ meeting, slot: { id: 'example', title: titles.slot }, day: meeting.startsAt }],
    answerUrl: exampleLink(stage, 'guardian'),
  }
}

export function exampleSlides(stage: Stage): SlidesTold {
  const meeting = exampleMeeting(stage)
  const url = exampleLink(stage, 'speaker')
  return { project: exampleProject(stage), meeting, slots: [draftSlot()], due: evening(stage, 17), now: stage.now, url }
}

function exampleSpeaker({ project, now }: Stage, kind: Speaker['kind']): Speaker {
  return {
    ...{ id: 'example', projectId: project.id, kind, name: kind === 'group' ? people.group : people.speaker },
    ...{ email: 'rudis@example.org', locale: null, bio: {}, links: [], languages: [], pictureId: null },
    ...{ minor: false, sequence: 0, replyToken: null, createdAt: now },
  }
}

function exampleAppearance(stage: Stage, { standing = 'invited', isSure = false }: Changes): Appearance {
  const released = exampleSlot(stage)
  const [startsAt, endsAt] = [Temporal.Instant.from(released.startsAt), Temporal.Instant.from(released.endsAt)]
  return {
    ...{ slotId: 'example', speakerId: 'example', position: 1, standing, invitedAt: stage.now },
    ...{ answeredAt: null, confirmedAt: null, remindedAt: null, slidesRemindedAt: null },
    ...{ meeting: exampleMeeting(stage), slot: draftSlot(), when: { startsAt, endsAt }, isSure },
    ...{ room: titles.room, others: [], released: isSure ? released : null },
  }
}

function draftSlot(): Slot {
  return {
    ...{ id: 'example', meetingId: 'example', slug: 'example', dayId: null, roomId: null, position: 1, type: 'story' },
    ...{ title: titles.slot, summary: {}, minutes: 20, gapMinutes: 0, pinnedAt: null, internal: false },
    ...{ introducedBy: '', slidesWanted: true, slidesPublishedAt: null },
  }
}
