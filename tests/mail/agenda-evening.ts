import type { ParsedMail } from 'mailparser'
import { expect } from 'vitest'
import { and, eq } from '../../db/drizzle.ts'
import { letters, type Meeting, type Slot, type Standing, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import type { SlotInput } from '../../server/agenda/slot-input.ts'
import { register } from '../../server/registrations/register.ts'
import { firstDay } from '../agenda/plan.ts'
import { parsers, type Reading } from '../calendar/parsers.ts'
import type { Young } from '../cast.ts'
import { now, world } from '../world.ts'
import { post, postOffice, type Treatment } from './post-office.ts'

type Spoken = { email?: string | null; locale?: 'lv' | 'en' | 'ru' | 'uk' | null; standing?: Standing }

/** An evening of stories in two rooms that is being planned, released and told of; a real mail server takes the letters. */
export async function agendaEvening(meeting: Partial<Meeting> = {}, treat?: (n: number) => Treatment) {
  const here = await world({ capacity: 3000, ...meeting })
  const { db, project, kickoff, owner, pupils } = here
  const office = await postOffice(treat)
  const day = await firstDay(db, kickoff)
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle', en: 'Hall' }, owner, now)
  const studio = await addRoom(db, project, kickoff, { lv: 'Studija', en: 'Studio' }, owner, now)
  const slotIn = (title: string, details: Partial<SlotInput>): SlotInput => ({
    type: 'story',
    title: { lv: title, en: title },
    summary: {},
    minutes: 10,
    gapMinutes: 0,
    roomId: hall.id,
    dayId: day.id,
    pinnedAt: null,
    internal: false,
    speakers: [],
    ...details,
  })
  const told = new Map<string, SlotInput>()

  async function add(title: string, details: Partial<SlotInput> = {}): Promise<Slot> {
    const input = slotIn(title, details)
    const slot = await addSlot(db, project, kickoff, input, owner, now)
    told.set(slot.id, input)
    return slot
  }

  /** As an organiser saves the form of a slot, with some of it changed. */
  async function change({ id }: Pick<Slot, 'id'>, details: Partial<SlotInput>, at = now): Promise<void> {
    const input = { ...(told.get(id) ?? expect.unreachable()), ...details }
    told.set(id, input)
    const [slot = expect.unreachable()] = await db.select().from(slots).where(eq(slots.id, id))
    await editSlot(db, project, kickoff, slot, input, owner, at)
  }

  async function speaker(name: string, slot: Pick<Slot, 'id'>, details: Spoken = {}) {
    const { email = `${name.toLowerCase()}@example.com`, locale = 'en', standing = 'confirmed' } = details
    return await db.transact(
      async (tx) => {
        const row = { projectId: project.id, name, email, locale }
        const [made = expect.unreachable()] = await tx.insert(speakers).values(row).returning()
        await tx.insert(slotSpeakers).values({ slotId: slot.id, speakerId: made.id, position: 1, standing })
        const input = told.get(slot.id)
        if (input) told.set(slot.id, { ...input, speakers: [...input.speakers, name] })
        return made
      },
      { touches: 'nothing' },
    )
  }

  async function stand(who: { id: string }, slot: { id: string }, standing: Standing): Promise<void> {
    const its = and(eq(slotSpeakers.speakerId, who.id), eq(slotSpeakers.slotId, slot.id))
    await db.transact((tx) => tx.update(slotSpeakers).set({ standing }).where(its), { touches: project.id })
  }

  const registered = async (person: Young, at = now) =>
    (await register(db, project, kickoff, { ...person, groupId: pupils.id }, at)).registration
  const release = (at = now) => releaseAgenda(db, project, kickoff, owner, at)
  const posted = async (at: Temporal.Instant) => await post(db, office.url, at)
  const digests = () =>
    office.received.filter(({ mail }) => !/You’re in|Tev ir vieta|Место за/.test(mail.subject ?? ''))
  const to = ({ email }: { email: string | null }): ParsedMail[] =>
    digests().flatMap(({ mail, to }) => (to[0] === email ? [mail] : []))
  const outbox = () => db.select().from(letters).where(eq(letters.kind, 'agenda-changed'))

  return {
    ...{ ...here, office, day, hall, studio, add, change, speaker, stand, registered, release, posted, to, outbox },
    subjects: () => digests().map(({ mail, to }) => `${to[0]}: ${mail.subject}`),
  }
}

/** What the calendar parts of a letter say, as two parsers of different descent read them; the usual pair is one. */
export function calendarsIn(mail: ParsedMail | undefined): Reading[] {
  const files = mail?.attachments.filter(({ contentType }) => contentType === 'application/ics') ?? []
  return files.flatMap(({ content }) => {
    const [one, other] = Object.values(parsers).map((parse) => parse(content.toString()))
    expect(one).toEqual(other)
    return one ?? []
  })
}
