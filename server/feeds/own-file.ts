import { inLanguage } from '../../db/languages.ts'
import type { PersonalFeed, Project } from '../../db/schema.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { say } from '../../views/say.ts'
import { feedFile } from '../calendar/feed-file.ts'
import { lastChange, shownAt } from '../calendar/shown.ts'
import type { House } from '../house.ts'
import { attending } from './attending.ts'
import { speaking } from './speaking.ts'

type Found = { feed: PersonalFeed; project: Project }

/** What somebody's own calendar subscribes to. It does not say its own address: calendars are shared. */
export async function ownFile({ db, now, config: { publicUrl } }: House, { feed, project }: Found) {
  const { locale, emailKey, speakerId, alarmMinutes } = feed
  const where = { project, locale, publicUrl }
  const all = emailKey ? await attending(db, emailKey, where, now()) : await speaking(db, speakerId ?? '', where, now())
  const { entries } = shownAt(all, now())
  const title = inLanguage(project.title, locale, project.locales).text
  const its = { colour: colourOf(project), page: publicUrl + paths.project(project) }
  const name = say(locale)(emailKey ? 'feed.name-attending' : 'feed.name-speaking', { project: title })
  const alarmed = alarmMinutes === null ? entries : entries.map((entry) => ({ ...entry, alarmMinutes }))
  return { file: await feedFile(alarmed, { ...its, name }), changedAt: lastChange(entries) ?? feed.createdAt }
}
