import type { Reads } from '../../db/open.ts'
import type { Material, Meeting, Project, Slides } from '../../db/schema.ts'
import { publicAgendas } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { publicMeetingsOf } from '../meetings/queries.ts'
import { publishedSlides } from '../slides/queries.ts'
import { publicMaterials } from './queries.ts'
import { type Remains, remainsOf } from './remains.ts'

export type ProducedSlot = { slot: ReleasedSlot; slides: Slides[]; materials: Material[] }
export type ProducedMeeting = {
  meeting: Meeting
  materials: Material[]
  slots: ProducedSlot[]
  remains: Remains | null
}

/** Everything of a project that everybody may read or see, by meeting and by what was told there. */
export type Produced = { project: Project; materials: Material[]; meetings: ProducedMeeting[] }

/** As many queries, however many meetings there are; the latest comes first. */
export async function producedIn(db: Reads, project: Project, now: Temporal.Instant): Promise<Produced> {
  const meetings = await publicMeetingsOf(db, project)
  const agendas = await publicAgendas(db, project, meetings)
  const slides = await publishedSlides(db, project, ...meetings)
  const materials = await publicMaterials(db, project, meetings, 'and the project’s')
  const remains = await remainsOf(db, project, meetings, now)
  const ofMeeting = (meeting: Meeting): ProducedMeeting => {
    const its = materials.filter(({ meetingId }) => meetingId === meeting.id)
    const told = agendas.get(meeting.id)?.slots ?? []
    const slots = told.map((slot) => ({
      ...{ slot, slides: slides.get(slot.id) ?? [] },
      materials: its.filter(({ slotId }) => slotId === slot.id),
    }))
    return {
      ...{ meeting, materials: its.filter(({ slotId }) => slotId === null) },
      remains: remains.get(meeting.id) ?? null,
      slots: slots.filter((one) => one.slides.length + one.materials.length > 0),
    }
  }
  return {
    ...{ project, materials: materials.filter(({ meetingId }) => meetingId === null) },
    meetings: meetings
      .toReversed()
      .map(ofMeeting)
      .filter((one) => one.materials.length + one.slots.length > 0 || one.remains !== null),
  }
}
