import type { GuardianConsent, Meeting, Project, Speaker } from '../../db/schema.ts'
import type { GuardianStanding } from '../../server/guardians/rules.ts'
import type { Appearance } from '../../server/speakers/appearances.ts'
import { guardianSection } from '../guardians/section.ts'
import { type Html, html } from '../html.ts'
import { type LetterLog, letterLog } from '../mail/log.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import { allDeeds } from './deeds.ts'
import { pictureForms } from './picture-forms.ts'
import { bioFields, letterLanguage } from './profile-fields.ts'
import { standingBadge, whenShort } from './standing.ts'
import { nameOf } from './table.ts'

export type ProfileView = {
  project: Project
  meeting: Meeting
  speaker: Speaker
  /** Everywhere they speak in the project. */
  parts: Appearance[]
  /** Others of the same name. */
  namesakes: Speaker[]
  guardian: { answers: GuardianConsent[]; standing: GuardianStanding }
  over: boolean
  log: LetterLog
}

/** What organisers know of a speaker, and what they do about them. */
export function profilePage(say: Say, view: ProfileView, form: FormState): Page {
  const { project, meeting, speaker } = view
  return {
    say,
    title: nameOf(say, speaker.name),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'speakers', project, meeting }),
    main: html`<div class="stack"><p class="above"><a href="${paths.speakers(project, meeting)}">${say('workspace.speakers')}</a></p>
<h1>${nameOf(say, speaker.name)}</h1>
${namesakes(say, view)}
${view.parts.map((part) => partCard(say, view, part))}
${guardianPart(say, view)}
${picturePart(say, view, form)}
${known(say, view, form)}
${letterLog(say, project, view.log)}</div>`,
  }
}

function namesakes(say: Say, { project, meeting, namesakes }: ProfileView): Html | null {
  if (namesakes.length === 0) return null
  return html`<div class="notice"><p>${say('speakers.namesakes')}</p><ul>${namesakes.map(
    (other) =>
      html`<li><a href="${paths.speakerProfile(project, meeting, other)}">${other.name}</a> · ${say(`speakers.kind-${other.kind}`)} · ${other.email ?? say('speakers.no-email')}</li>`,
  )}</ul></div>`
}

/** One slot; those of other meetings are only shown. */
function partCard(say: Say, view: ProfileView, part: Appearance): Html {
  const { project, meeting, speaker } = view
  const isHere = part.meeting.id === meeting.id
  const { invitedAt, remindedAt, answeredAt, confirmedAt } = part
  const moments = [
    ['invited', invitedAt],
    ['reminded', remindedAt],
    ['answered', answeredAt],
    ['confirmed', confirmedAt],
  ] as const
  const happened = moments.flatMap(([what, at]) =>
    at ? [say(`speakers.moment.${what}`, { at: stamp(at, project.zone, say.locale) })] : [],
  )
  return html`<section class="card stack" id="slot-${part.slotId}"><h2>${words(say, part.slot.title, project.locales)}</h2>
<p>${isHere ? null : html`${words(say, part.meeting.title, project.locales)} · `}${whenShort(say, part)} · ${say('agenda.minutes', { minutes: part.slot.minutes })}${
    part.others.length > 0
      ? html` · ${say('letter.speaker.with')}: ${part.others.map(({ name }) => name).join(', ')}`
      : null
  }</p>
<p class="row">${standingBadge(say, part.standing)}<span class="hint">${happened.join(' · ')}</span></p>
${isHere && !view.over && meeting.status !== 'cancelled' ? allDeeds(say, view, { speaker, part }) : null}
${isHere && !view.over ? html`<p><a href="${paths.speakers(project, meeting)}?slot=${part.slotId}#add">${say('speakers.co-speaker')}</a></p>` : null}
</section>`
}

function guardianPart(say: Say, { project, meeting, speaker, guardian }: ProfileView): Html | null {
  const action = paths.speakerProfileDo(project, meeting, speaker, 'guardian')
  const language = speaker.locale ?? project.locales[0] ?? 'lv'
  return guardianSection(
    say,
    { project, speaker, action, ...guardian },
    { typed: { guardianLanguage: language }, problems: null },
  )
}

function picturePart(say: Say, { project, meeting, speaker }: ProfileView, form: FormState): Html {
  const action = paths.speakerProfileDo(project, meeting, speaker, 'picture')
  const src = paths.picture({ id: speaker.pictureId ?? '' })
  const isOpen = form.problems?.some(({ field }) => field === 'picture')
  return html`<details class="card fold" id="picture"${isOpen ? html` open` : null}><summary><h2>${say('speaker.picture')}</h2></summary>
${pictureForms(say, speaker, { src, action }, form)}</details>`
}

function known(say: Say, { project, meeting, speaker }: ProfileView, form: FormState): Html {
  const problems = form.problems?.filter(({ field }) => field !== 'picture') ?? null
  const kinds = (['person', 'group'] as const).map((value) => ({ value, label: say(`speakers.kind-${value}`) }))
  return html`<section class="card" id="about"><h2>${say('speakers.about')}</h2>
<form class="stack" method="post" action="${paths.speakerProfile(project, meeting, speaker)}" novalidate>
${problemSummary(say, { ...form, problems })}
${choiceField(say, form, { name: 'kind', label: say('speakers.kind'), options: kinds })}
${textField(say, form, { name: 'name', label: say('speaker.name'), hint: say('speakers.name-hint'), required: true, max: 120, autocomplete: 'off' })}
${textField(say, form, { name: 'email', label: say('desk.email'), hint: say('speakers.email-change'), type: 'email', max: 254, autocomplete: 'off' })}
${letterLanguage(say, form)}
${tickBox(form, { name: 'minor', label: say('speakers.minor') })}
${bioFields(say, project, form)}
<button class="button">${say('mine.save')}</button>
</form></section>`
}
