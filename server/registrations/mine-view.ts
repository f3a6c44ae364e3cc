import type { Locale } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { FormState } from '../../views/parts/fields.ts'
import { paths } from '../../views/paths.ts'
import type { AgeForm, MineView } from '../../views/registrations/mine.ts'
import { nowAndNext } from '../agenda/now-and-next.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { meetingEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import { currentText } from '../consents/queries.ts'
import type { CurrentText } from '../consents/text.ts'
import { blankForm } from '../forms.ts'
import { ageOwed } from '../guardianships/age-owed.ts'
import { type AgeAsked, ageAsked, furtherOf } from '../guardianships/further.ts'
import { ownGuardian } from '../guardianships/own.ts'
import type { House } from '../house.ts'
import type { Found } from '../meetings/queries.ts'
import { hasBegun, isToday } from '../meetings/status.ts'
import { isAlbumShownTo, mayHaveBeenThere } from '../photos/preview.ts'
import { groupsOf } from '../projects/queries.ts'
import { qrOf } from '../qr.ts'
import { ownQuestions } from '../questions/own.ts'
import { ownWorkshops } from '../workshops/own-page.ts'
import { closedDoor } from './door.ts'
import { lineFor } from './places/line-for.ts'
import { type Held, queuePosition } from './queries.ts'

/** What the page behind a manage link shows, and what is owed before a kept place is taken. */
export type OwnView = MineView & { owed: AgeAsked | null; text: CurrentText | null }

export async function mineView(
  { db, now, config }: Pick<House, 'db' | 'now' | 'config'>,
  found: Held,
  token: string,
  locale: Locale,
): Promise<OwnView> {
  const { project, meeting, registration } = found
  const groups = await groupsOf(db, project)
  const { asked, open } = await ownQuestions(db, found)
  const owed = ageOwed(ageAsked(project, meeting, groups, now()), registration)
  const view = {
    ...found,
    groups,
    position: await queuePosition(db, registration),
    line: await lineFor(db, found, now()),
    token,
    calendar: calendarLinks(meetingEntry(project, meeting, locale, config.publicUrl)),
    code: registration.doorToken ? qrOf(config.publicUrl + paths.shownAtDoor(registration.doorToken)) : null,
    over: closedDoor(meeting, now()) === 'over',
    begun: hasBegun(meeting, now()),
    guardian: await ownGuardian(db, registration),
    today: isToday(meeting, now()) ? await asOf(db, found, now()) : null,
    questions: { asked: asked.length, open: open.length },
    workshops: registration.status === 'confirmed' ? await ownWorkshops(db, found, now()) : [],
    hasAlbum: (await mayHaveBeenThere(db, registration)) && (await isAlbumShownTo(db, { meeting }, now())),
    owed,
    text: owed && owed.channels.length > 0 ? await currentText(db, project) : null,
  }
  return { ...view, age: ageQuestions(view, blankForm(), false) }
}

/** Null where nothing is owed. `asksOn`: what was said leads to further questions. */
export function ageQuestions(
  { owed, text, project, registration }: Pick<OwnView, 'owed' | 'text' | 'project' | 'registration'>,
  form: FormState,
  asksOn: boolean,
): AgeForm | null {
  if (!owed) return null
  const further = furtherOf(owed, { ...form.typed, group: registration.groupId ?? '' })
  return { further: { ...further, project, text }, form, asksOn }
}

async function asOf(db: Reads, { project, meeting }: Found, now: Temporal.Instant) {
  const agenda = await publicAgenda(db, project, meeting)
  return { project, meeting, agenda, moment: nowAndNext(agenda?.slots ?? [], now), now }
}
