import type { Role } from '../../db/schema.ts'
import type { Everything } from './queries.ts'

/** The format of the file; docs/decisions/erasing.md describes it. */
const format = 'kopa-my-data/1'

/** All that is held about a registration, for other programs. Localised texts by language, times in UTC (ISO 8601). */
export function exported(all: Everything, now: Temporal.Instant) {
  return { format, exportedAt: now, ...registration(all), ...said(all), ...asked(all), ...happened(all) }
}

function registration({ project, meeting, registration: own, group, participants, links, until }: Everything) {
  const { name, email, locale, kind, className, seats, birthYear, ageBand, status, statusAt, heldUntil } = own
  const { arrival, createdAt, addedBy, walkIn, emergencyContact } = own
  const who = {
    name,
    email,
    language: locale,
    group: group?.name ?? null,
    kind,
    className,
    birthYear,
    ageBand,
    seats,
    emergencyContact,
  }
  const standing = {
    status,
    statusAt,
    heldUntil,
    arrival,
    registeredAt: createdAt,
    addedByOrganiser: addedBy !== null,
    walkIn,
  }
  return {
    project: project.title,
    meeting: { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, zone: meeting.zone },
    registration: { id: own.id, ...who, ...standing, links, keptUntil: until },
    participants: participants.map((one) => ({ id: one.id, name: one.name })),
  }
}

function said({ answers, files, consents, marked, guardianships, workshops }: Everything) {
  return {
    answers: answers.map(({ question, wording, value, at, until }) => {
      const kept = { seenBy: readersOf(question), keptUntil: until }
      return { question: wording.label, options: wording.options, answer: value, at, ...kept }
    }),
    files: files.map(({ id, name, type, bytes, at, question, until }) => {
      return { id, name, type, bytes, at, seenBy: readersOf(question), keptUntil: until }
    }),
    consents: consents.map(({ participantId, channel, agreed, at, by, locale, textVersion }) => {
      return { participant: participantId, channel, agreed, at, by, language: locale, textVersion }
    }),
    photos: marked.map(({ photoId, participantId }) => ({ photo: photoId, participant: participantId })),
    guardians: guardianships.map(({ email, about, askedAt, remindedAt, answeredAt, agreed, signedBy, textVersion }) => {
      return { email, about, askedAt, remindedAt, answeredAt, agreed, signedBy, textVersion }
    }),
    workshops: workshops.map(({ choice, slot }) => {
      return { title: slot?.title ?? null, status: choice.status, statusAt: choice.statusAt }
    }),
  }
}

function asked({ voices }: Everything) {
  return {
    voices: voices.map(({ voice: { kind, text, locale, name, email, status, createdAt }, until }) => {
      return { kind, text, language: locale, name, email, status, at: createdAt, keptUntil: until }
    }),
  }
}

function readersOf({ visibleTo }: Everything['files'][number]['question']): Role[] {
  return ['owner', ...visibleTo]
}

function happened({ steps, checkIns, door, letters, asked }: Everything) {
  return {
    states: steps.map(({ at, status, seats }) => ({ at, status, seats })),
    came: checkIns.map(({ participantId, at }) => ({ participant: participantId, at })),
    door: atDoor(door),
    surveys: asked,
    letters: letters.map(({ kind, recipient, locale, queuedAt, heldAt, sentAt, bouncedAt, endedAt, ending, words }) => {
      return { kind, recipient, language: locale, queuedAt, heldAt, sentAt, bouncedAt, endedAt, ending, words }
    }),
  }
}

/** Each phone by a number of its own: which helper's it was is not theirs to know. */
function atDoor(door: Everything['door']) {
  const phones = [...new Set(door.map(({ device }) => device))]
  return door.map(({ participantId, deed, at, device }) => {
    return { participant: participantId, deed, at, phone: phones.indexOf(device) + 1 }
  })
}
