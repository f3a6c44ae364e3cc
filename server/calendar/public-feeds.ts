import { inLanguage, type Locale } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { publicAgenda } from '../agenda/queries.ts'
import type { Released, ReleasedSlot } from '../agenda/release.ts'
import type { House } from '../house.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { meetingEntry, slotEntry } from './entry.ts'
import { feedFile } from './feed-file.ts'
import type { Fresh } from './kept-feeds.ts'
import { type FedMeeting, feedOf } from './queries.ts'
import { goneUntil, lastChange, type Shown, shownAt, shownUntil } from './shown.ts'

type Address = { project: string; meeting: string }

/** All meetings of a project. `chosen`: the language in the address, or else the project's first. */
export async function projectFeed(house: House, address: Pick<Address, 'project'>, chosen?: Locale): Promise<Fresh> {
  const { project, meetings } = (await feedOf(house.db, address, house.now())) ?? notFound()
  const locale = chosen ?? languageOf(project)
  const all = meetings.map((meeting) => shownMeeting({ project, meeting }, locale, house.config.publicUrl))
  const name = inLanguage(project.title, locale, project.locales).text
  return await written(
    house,
    project,
    all,
    {
      name,
      page: paths.project(project),
      feed: paths.projectFeed(project),
      keptAs: `${project.id} ${locale}`,
    },
    chosen,
  )
}

/** A meeting, and the slots of its released agenda. */
export async function meetingFeed(house: House, address: Address, chosen?: Locale): Promise<Fresh> {
  const { project, meeting } = (await publicMeeting(house.db, address)) ?? notFound()
  const locale = chosen ?? languageOf(project)
  const agenda = await publicAgenda(house.db, project, meeting)
  const { publicUrl } = house.config
  const slots = slotsOf(agenda).map((slot) => ({
    entry: slotEntry(project, meeting, slot, locale, publicUrl),
    until: slot.withdrawn ? goneUntil(meeting, Temporal.Instant.from(slot.changedAt)) : shownUntil(meeting),
  }))
  const name = inLanguage(meeting.title, locale, project.locales).text
  const of = { name, page: paths.meeting(project, meeting), feed: paths.meetingFeed(project, meeting) }
  return await written(house, project, [shownMeeting({ project, meeting }, locale, publicUrl), ...slots], of, chosen)
}

/** Whatever subscribes has no language, and one address must always give the same bytes. */
export function languageOf(project: Pick<Project, 'locales'>): Locale {
  return project.locales[0] ?? 'lv'
}

type Of = { name: string; page: string; feed: string; keptAs?: string }

async function written(house: House, project: Project, all: readonly Shown[], of: Of, chosen?: Locale): Promise<Fresh> {
  const { publicUrl } = house.config
  const { entries, until } = shownAt(all, house.now())
  const source = `${publicUrl}${of.feed}${chosen ? `?lang=${chosen}` : ''}`
  const feed = { name: of.name, colour: colourOf(project), page: publicUrl + of.page, source, keptAs: of.keptAs }
  const changedAt = lastChange(entries) ?? project.createdAt
  return { project: project.id, file: await feedFile(entries, feed), changedAt, until }
}

type Fed = { project: Project; meeting: FedMeeting }

function shownMeeting({ project, meeting }: Fed, locale: Locale, publicUrl: string): Shown {
  return { entry: meetingEntry(project, meeting, locale, publicUrl), until: shownUntil(meeting) }
}

function slotsOf(agenda: Released | null): (ReleasedSlot & { withdrawn?: boolean })[] {
  if (!agenda) return []
  return [...agenda.slots, ...agenda.withdrawn.map((slot) => ({ ...slot, withdrawn: true }))]
}
