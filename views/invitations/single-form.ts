import { type Html, html } from '../html.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { languageOptions } from '../parts/languages.ts'
import { paths } from '../paths.ts'
import { groupOptions } from '../registrations/group-options.ts'
import type { Say } from '../say.ts'
import type { InvitationsView } from './page.ts'

export function singleForm(say: Say, { project, meeting, groups }: InvitationsView, form: FormState): Html {
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('invitations.one')}</summary>
<form class="stack" method="post" action="${paths.invitations(project, meeting)}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('desk.name'), required: true, max: 100, autocomplete: 'off' })}
${textField(say, form, { name: 'email', label: say('desk.email'), type: 'email', required: true, max: 254, autocomplete: 'off' })}
${choiceField(say, form, { name: 'group', label: say('desk.group'), required: true, options: groupOptions(say, project, groups), empty: say('desk.choose') })}
${choiceField(say, form, { name: 'language', label: say('desk.language'), options: languageOptions })}
${untilField(say, form)}
<button class="button">${say('invitations.send')}</button>
</form></details>`
}

export function untilField(say: Say, form: FormState): Html {
  return textField(say, form, {
    ...{ name: 'until', label: say('invitations.until'), hint: say('invitations.until-hint') },
    type: 'datetime-local',
    required: true,
  })
}
