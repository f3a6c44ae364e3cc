import { eq } from '../../db/drizzle.ts'
import { slots } from '../../db/schema.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { acceptInvitation, declineInvitation } from '../../server/speakers/answer.ts'
import { confirmSpeaker, takeBack } from '../../server/speakers/confirm.ts'
import { edit, shift } from '../mail/edit.ts'
import { address, type Stage } from './stage.ts'

type Deed = (here: Stage, now: Temporal.Instant) => Promise<unknown>
type Who = keyof Stage['speakers']
type Name = 'bats' | 'logo' | 'paint' | 'print'

const spokenIn = { speaker: 'bats', asked: 'bats', host: 'logo', leader: 'paint' } as const

/** What people and organisers do to a meeting, by what it is called; what is not possible just then is refused. */
export const deeds: Record<string, Deed> = {
  'move an hour later': (here, now) => shift(here, 1, now),
  'move an hour earlier': (here, now) => shift(here, -1, now),
  'move by a week': (here, now) => shift(here, 7 * 24, now),
  'hold it elsewhere': (here, now) => edit(here, { address: 'Rīgas iela 2' }, now),
  'hold it where it was': (here, now) => edit(here, { address: here.kickoff.address }, now),
  rename: (here, now) => edit(here, { title: { en: 'Opening' } }, now),
  'say it in other words': (here, now) => edit(here, { summary: { en: 'Come!' } }, now),
  'change its zone': (here, now) => edit(here, { zone: 'Europe/Berlin' }, now),
  'make room': (here, now) => edit(here, { capacity: 40 }, now),
  postpone: ({ db, project, kickoff, owner }, now) => postponeMeeting(db, project, kickoff, owner, now),
  'call off': ({ db, project, kickoff, owner }, now) => cancelMeeting(db, project, kickoff, owner, now),
  ...of(['guest', 'host', 'painter', 'leader', 'newcomer'], 'comes', comes),
  ...of(['guest', 'host', 'painter', 'leader', 'class'], 'cancels', cancels),
  ...of(['guest', 'painter', 'leader', 'class'], 'chooses Print', (here, who, now) =>
    here.chooses(who, here.print, now),
  ),
  ...of(['guest', 'painter', 'leader'], 'chooses Paint', (here, who, now) => here.chooses(who, here.paint, now)),
  ...of(['painter', 'leader', 'lurker'], 'leaves Paint', (here, who, now) => here.leaves(who, here.paint, now)),
  ...of(['guest', 'painter', 'class'], 'leaves Print', (here, who, now) => here.leaves(who, here.print, now)),
  ...of(['speaker', 'asked', 'host', 'leader'], 'says no', (here, who: Who, now) =>
    declineInvitation(here.db, where(here), partOf(here, who), now),
  ),
  ...of(['speaker', 'asked', 'host', 'leader'], 'says yes and is confirmed', async (here, who: Who, now) => {
    await acceptInvitation(here.db, where(here), partOf(here, who), now)
    await confirmSpeaker(here.db, where(here), partOf(here, who), here.owner, now)
  }),
  ...of(['speaker', 'host', 'leader'], 'is taken back', (here, who: Who, now) =>
    takeBack(here.db, where(here), partOf(here, who), here.owner, now),
  ),
  ...of(['bats', 'logo', 'paint'], 'is put off', released({ gapMinutes: 5 })),
  ...of(['bats', 'logo', 'paint'], 'is put back', released({ gapMinutes: 0 })),
  ...of(['bats', 'paint'], 'is renamed', released({ title: { en: 'Another' } })),
  ...of(['bats', 'paint'], 'is retold', released({ summary: { en: 'In other words.' } })),
  ...of(['bats', 'paint', 'print'], 'goes into the tray', released({ dayId: null })),
  ...of(['bats', 'paint', 'print'], 'comes out of the tray', (here, name: Name, now) =>
    released({ dayId: here.day.id })(here, name, now),
  ),
}

function of<One extends string>(
  ones: readonly One[],
  what: string,
  deed: (here: Stage, one: One, now: Temporal.Instant) => Promise<unknown>,
): Record<string, Deed> {
  return Object.fromEntries(ones.map((one) => [`${one} ${what}`, (here, now) => deed(here, one, now)]))
}

async function comes({ db, project, kickoff, pupils }: Stage, who: string, now: Temporal.Instant) {
  const person = { name: who, email: address(who), groupId: pupils.id, locale: 'en' as const }
  await register(db, project, kickoff, person, now)
}

async function cancels({ db, project, kickoff, registrationOf }: Stage, who: string, now: Temporal.Instant) {
  await cancel(db, project, kickoff, await registrationOf(who), now)
}

function where({ project, kickoff }: Stage) {
  return { project, meeting: kickoff }
}

function partOf(here: Stage, who: Who) {
  return { slotId: here[spokenIn[who as keyof typeof spokenIn]].id, speakerId: here.speakers[who].id }
}

function released(details: Parameters<Stage['change']>[1]) {
  return async (here: Stage, name: Name, now: Temporal.Instant) => {
    const [there] = await here.db.select().from(slots).where(eq(slots.id, here[name].id))
    if (!there) return
    await here.change(there, details, now)
    await here.release(now)
  }
}
