import type { Group, Meeting, PhotoChannel, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, fieldId, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { guardSwitch } from '../proofs/switch.ts'
import type { Say } from '../say.ts'

export type SignUpView = { project: Project; meeting: Meeting; groups: Group[]; channels: readonly PhotoChannel[] }

export function signUpSettingsPage(say: Say, view: SignUpView, form: FormState): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('workspace.sign-up'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'sign-up', project, meeting }),
    main: html`<h1>${say('workspace.sign-up')}</h1>
<p class="lead">${say('sign-up.about', { capacity: meeting.capacity })}</p>
<p class="row"><a class="button quiet" href="${paths.questions(project, meeting)}">${say('questions.title')}</a> <a class="button quiet" href="${paths.workshops(project, meeting)}">${say('workshops.title')}</a>
<a class="button quiet" href="${paths.invitations(project, meeting)}">${say('invitations.title')}</a> <a class="button quiet" href="${paths.reminders(project, meeting)}">${say('reminders.title')}</a></p>
${meeting.status === 'cancelled' ? html`<p class="notice">${say('meeting.is-cancelled')}</p>` : html`${editor(say, view, form)}${guardSwitch(say, project, meeting)}`}`,
  }
}

function editor(say: Say, { project, meeting, groups, channels }: SignUpView, form: FormState): Html {
  return html`<form class="stack meeting-form" method="post" action="${paths.signUp(project, meeting)}" novalidate>
${problemSummary(say, form)}
${places(say, form, project, groups)}
${together(say, form)}
${ages(say, form, project)}
${photos(say, form, channels)}
${emergency(say, form)}
${keeping(say, form)}
<p class="row"><button class="button">${say('meeting-form.save')}</button> <a class="button quiet" href="${paths.overview(project, meeting)}">${say('meeting-form.back')}</a></p>
</form>`
}

function places(say: Say, form: FormState, project: Project, groups: Group[]): Html {
  const number = { type: 'number', autocomplete: 'off' } as const
  return html`<section class="card stack"><h2>${say('sign-up.places')}</h2>
${tickBox(form, { name: 'approval', label: say('sign-up.approval') })}
<fieldset class="stack" id="${fieldId('reserved')}"><legend>${say('sign-up.reserved')}</legend>
<p class="hint">${say('sign-up.reserved-hint')}</p>
<div class="kept-places">${groups.map((group) => textField(say, form, { ...number, name: `reserved.${group.id}`, label: plain(say, group.name, project.locales) }))}</div>
</fieldset></section>`
}

function together(say: Say, form: FormState): Html {
  return html`<section class="card stack"><h2>${say('sign-up.together')}</h2>
${textField(say, form, { name: 'friendsMost', label: say('sign-up.friends'), hint: say('sign-up.friends-hint'), type: 'number', required: true })}
${tickBox(form, { name: 'takesClasses', label: say('sign-up.classes') })}
</section>`
}

function ages(say: Say, form: FormState, { childAge }: Project): Html {
  return html`<section class="card stack"><h2>${say('sign-up.ages')}</h2>
${tickBox(form, { name: 'asksAge', label: say('sign-up.asks-age') })}
<p class="hint">${say('sign-up.age-hint', { age: childAge })}</p>
${textField(say, form, { name: 'guardianDays', label: say('sign-up.guardian-days'), type: 'number', required: true })}
</section>`
}

function photos(say: Say, form: FormState, channels: SignUpView['channels']): Html {
  return html`<section class="card"><fieldset class="stack"><legend><h2>${say('sign-up.photos')}</h2></legend>
<p class="hint">${say('sign-up.photos-hint')}</p>
${channels.map((channel) => tickBox(form, { name: `photo.${channel}`, label: say(`photo.${channel}`) }))}
</fieldset></section>`
}

function emergency(say: Say, form: FormState): Html {
  return html`<section class="card stack"><h2>${say('emergency.title')}</h2>
${tickBox(form, { name: 'asksEmergencyContact', label: say('emergency.setting'), hint: say('emergency.setting-hint') })}
</section>`
}

function keeping(say: Say, form: FormState): Html {
  return html`<section class="card stack"><h2>${say('sign-up.keeping')}</h2>
${textField(say, form, { name: 'keepDays', label: say('sign-up.keep-days'), hint: say('sign-up.keep-hint'), type: 'number', required: true })}
</section>`
}
