import type { Meeting, Project } from '../../db/schema.ts'
import type { Lack } from '../../server/report/missing.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** What a funder will ask for and is not there yet, each where it is mended. */
export function lackList(say: Say, project: Project, lacks: readonly Lack[]): Html {
  if (lacks.length === 0) return html`<p class="notice">${say('report.complete')}</p>`
  const byMeeting = Map.groupBy(lacks, ({ meeting }) => meeting?.id)
  return html`<section class="card stack report-lacks" aria-labelledby="lacks"><h2 id="lacks">${say('report.lacks')} <span class="badge count">${lacks.length}</span></h2>
<p class="hint">${say('report.lacks-hint')}</p>
${[...byMeeting.values()].map((some) => ofMeeting(say, project, some))}</section>`
}

function ofMeeting(say: Say, project: Project, lacks: readonly Lack[]): Html {
  const meeting = lacks[0]?.meeting
  const name = meeting ? html`${meeting.number}. ${words(say, meeting.title, project.locales)}` : say('report.whole')
  return html`<div><h3>${name}</h3><ul>${lacks.map(({ what, meeting }) => {
    return html`<li><a href="${whereMended(project, what, meeting)}">${say(`report.lack-${what}`)}</a></li>`
  })}</ul></div>`
}

function whereMended(project: Project, what: Lack['what'], meeting: Meeting | null): string {
  if (what === 'words') return `${paths.report(project)}#written`
  if (what === 'answers' || !meeting) return paths.dialogue(project)
  const ways: Record<typeof what, string> = {
    programme: paths.agenda(project, meeting),
    'sign-sheet': paths.materialsDesk({ project, meeting }),
    attendance: paths.door(project, meeting),
    photos: paths.album(project, meeting),
    minutes: paths.minutesDesk(project, meeting),
    translation: paths.meetingSettings(project, meeting),
  }
  return ways[what]
}
