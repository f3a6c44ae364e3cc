import { open } from '../../db/open.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { newOrganiser } from '../../server/organisers/newcomers.ts'
import { createProject } from '../../server/projects/create.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { groupsOf } from '../../server/projects/queries.ts'

const now = Temporal.Now.instant()
const text = (lv: string) => ({ lv, en: lv })

/** A published meeting with thirteen slots, made by the product's own verbs. */
export async function benchWorld(url: string) {
  const db = await open(url)
  const by = await db.transact(
    (tx) => newOrganiser(tx, { email: 'ilze@example.org', name: 'Ilze Ozola', locale: 'lv' }, now),
    {
      touches: 'nothing',
    },
  )
  const project = await createProject(db, projectInput, by, now)
  await publishProject(db, project, by, now)
  const startsAt = now.add({ hours: 24 * 14 })
  const days = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
  const meeting = await createMeeting(db, project, { ...meetingInput, days }, by, now)
  const [day] = await daysOf(db, meeting)
  for (let i = 1; i <= 13; i++) {
    const slot = { ...slotInput, title: text(`Stāsts ${i}`), dayId: day?.id ?? null, speakers: [`Grupa ${i}`] }
    await addSlot(db, project, meeting, slot, by, now)
  }
  await publishMeeting(db, project, meeting, by, now)
  await releaseAgenda(db, project, meeting, by, now)
  const [group] = await groupsOf(db, project)
  await db.close()
  return { url, group: group?.id ?? '' }
}

const projectInput = {
  slug: 'gen-y-city',
  title: text('Gen-Y City'),
  aim: text('Iesaisties pilsētas dzīvē.'),
  programme: {},
  funder: {},
  disclaimer: {},
  number: '',
  colour: 'tangerine' as const,
  locales: ['lv' as const, 'en' as const],
  zone: 'Europe/Riga',
  startsOn: null,
  endsOn: null,
  contactEmail: 'jaunatne@example.org',
}

const meetingInput = {
  slug: 'kickoff',
  title: text('Jauniešu stāsti'),
  summary: text('Trīspadsmit stāsti par to, kas jau izdevies.'),
  description: {},
  placeName: text('Jaunatnes māja'),
  accessNotes: {},
  address: 'Parādes iela 1, Daugavpils',
  onlineUrl: '',
  zone: 'Europe/Riga',
  capacity: 60,
  opensAt: null,
  closesAt: null,
  offerHours: 24,
  quietMinutes: 10,
}

const slotInput = {
  type: 'story' as const,
  summary: text('No idejas līdz rezultātam.'),
  minutes: 10,
  gapMinutes: 0,
  roomId: null,
  pinnedAt: null,
  internal: false,
}
