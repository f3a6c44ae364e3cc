import type { Locale } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Project, WorkshopChoice } from '../../db/schema.ts'
import { publicAgendas } from '../agenda/queries.ts'
import type { Released } from '../agenda/release.ts'
import { type Entry, meetingEntry, slotEntry } from '../calendar/entry.ts'
import { ownSequences } from '../calendar/own-sequence.ts'
import { keptBy } from '../calendar/own-slots.ts'
import { goneUntil, type Shown, shownUntil } from '../calendar/shown.ts'
import { later } from '../later.ts'
import { isLive } from '../registrations/queries.ts'
import { type Attendance, attendancesOf, choicesIn } from './queries.ts'

type In = { project: Project; locale: Locale; publicUrl: string }

/**
 * The meetings where an address has a sure place, with the workshops chosen there; what they left is cancelled for a
 * while. UID and SEQUENCE are those of the letters, so that copies become one.
 */
export async function attending(db: Reads, emailKey: string, where: In, now: Temporal.Instant): Promise<Shown[]> {
  const all = await attendancesOf(db, { projectId: where.project.id, emailKey }, now)
  const byMeeting = [...Map.groupBy(all, ({ meeting }) => meeting.id).values()]
  const kept = await keptBy(db, where.project, emailKey)
  const chosen = await choicesIn(
    db,
    all.map(({ registration }) => registration),
  )
  // Whoever leads a workshop and has left it as a guest has its entry still.
  const choices = chosen.filter(({ status, slotId }) => status === 'in' || !kept.has(slotId))
  const own = await ownSequences(db, where.project, emailKey)
  const chosenAt = byMeeting.filter((its) => choicesOf(its, choices).length > 0)
  const agendas = await publicAgendas(
    db,
    where.project,
    chosenAt.flatMap(([one]) => one?.meeting ?? []),
  )
  return byMeeting.flatMap((its) => [
    ...meetingShown(its, where),
    ...workshopsShown(its, choicesOf(its, choices), agendas, where, own),
  ])
}

function choicesOf(its: readonly Attendance[], choices: readonly WorkshopChoice[]): WorkshopChoice[] {
  return choices.filter(({ registrationId }) => its.some(({ registration }) => registration.id === registrationId))
}

/** Whoever registered more than once (for a class too, or came back) has one entry all the same. */
function meetingShown(its: readonly Attendance[], { project, locale, publicUrl }: In): Shown[] {
  const inOrder = its.toSorted((a, b) => a.registration.arrival - b.registration.arrival)
  const sure = inOrder.filter(({ registration }) => registration.status === 'confirmed')
  const [last] = (sure.length > 0 ? sure : inOrder).slice(-1)
  if (!last) return []
  const { meeting, registration } = last
  const entry = meetingEntry(project, meeting, locale, publicUrl)
  const changedAt = later(meeting.changedAt, registration.statusAt)
  const own = Math.max(...(sure.length > 0 ? sure : [last]).map((one) => one.registration.sequence))
  if (sure.length === 0 && meeting.status !== 'cancelled') {
    const sequence = isLive(registration) ? Math.max(meeting.sequence, own) : own
    return [{ entry: { ...entry, sequence, changedAt, ...off }, until: goneUntil(meeting, registration.statusAt) }]
  }
  return [{ entry: { ...entry, sequence: Math.max(meeting.sequence, own), changedAt }, until: shownUntil(meeting) }]
}

const off = { status: 'CANCELLED', transparent: true } satisfies Partial<Entry>

function workshopsShown(
  its: readonly Attendance[],
  choices: readonly WorkshopChoice[],
  agendas: Map<string, Released>,
  { project, locale, publicUrl }: In,
  own: (meeting: Meeting) => number,
): Shown[] {
  const [one] = its
  if (!one) return []
  const { meeting } = one
  const { slots, withdrawn } = agendas.get(meeting.id) ?? { slots: [], withdrawn: [] }
  return [...Map.groupBy(choices, ({ slotId }) => slotId)].flatMap(([slotId, ofSlot]) => {
    const on = slots.find(({ id }) => id === slotId)
    const gone = withdrawn.find(({ id }) => id === slotId)
    const slot = on ?? (gone && { ...gone, withdrawn: true })
    if (!slot) return []
    const entry = slotEntry(project, meeting, slot, locale, publicUrl)
    return [workshopShown(meeting, { ...entry, sequence: entry.sequence + own(meeting) }, ofSlot)]
  })
}

function workshopShown(meeting: Meeting, entry: Entry, choices: readonly WorkshopChoice[]): Shown {
  const chosen = choices.find(({ status }) => status === 'in')
  const since = choices.map(({ statusAt }) => statusAt).reduce(later)
  const told = { ...entry, changedAt: later(entry.changedAt, chosen?.statusAt ?? since) }
  if (chosen) return { entry: told, until: shownUntil(meeting) }
  return { entry: { ...told, ...off }, until: goneUntil(meeting, since) }
}
