import type { Group, Meeting, Project } from '../../db/schema.ts'
import { type AgeQuestions, ageFields, furtherFields } from '../guardianships/age-fields.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, onceField, problemSummary, textField } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { emergencyFields, emergencyLabels } from '../registrations/emergency-fields.ts'
import { groupOptions } from '../registrations/group-options.ts'
import type { Say } from '../say.ts'

export type WalkInView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  /** What follows from the age that was typed; null where no age is asked. */
  further: AgeQuestions | null
  /** Why nobody can be let in; null while they can. */
  shut: 'over' | 'cancelled' | 'postponed' | null
  isFull: boolean
  /** It has come back for what follows from what was said, not for a mistake. */
  asksOn: boolean
}

/** Filled in by whoever stands at the door, or by the newcomer on the same phone. */
export function walkInPage(say: Say, view: WalkInView, form: FormState): Page {
  const { project, meeting, further } = view
  return {
    say,
    title: say('door.walk-in'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'door', project, meeting }),
    fragments: further ? { further: () => furtherFields(say, further, form) } : {},
    main: html`<h1>${say('door.walk-in')}</h1>
<p><a href="${paths.door(project, meeting)}">${say('workspace.door')}</a></p>
${closedNotice(say, view) ?? walkInForm(say, view, form)}`,
  }
}

function closedNotice(say: Say, { shut, isFull }: WalkInView): Html | null {
  if (shut) return html`<p class="notice">${say(`door.shut-${shut}`)}</p>`
  return isFull ? html`<p class="notice">${say('door.full')}</p>` : null
}

function walkInForm(say: Say, { project, meeting, groups, further, asksOn }: WalkInView, form: FormState): Html {
  const options = groupOptions(say, project, groups)
  return html`<form class="card stack" method="post" action="${paths.walkIn(project, meeting)}" novalidate>
${onceField(form)}${problemSummary(say, form, new Map(emergencyLabels(say)))}
<p class="hint">${say('door.walk-in-hint')}</p>
${asksOn ? html`<p class="notice" role="status"><a href="#further">${say('register.further')}</a></p>` : null}
${textField(say, form, { name: 'name', label: say('register.name'), required: true, max: 100, autocomplete: 'off' })}
${choiceField(say, form, { name: 'group', label: say('register.group'), required: true, options, empty: say('register.group-empty') })}
${textField(say, form, { name: 'email', label: say('desk.email'), hint: say('door.email-hint'), type: 'email', max: 254, autocomplete: 'off' })}
${further ? html`${ageFields(say, further, form, paths.walkInFurther(project, meeting))}<p class="hint">${say('door.guardian-hint', { age: project.childAge })}</p>` : null}
${meeting.asksEmergencyContact ? emergencyFields(say, form) : null}
<button class="button wide">${say('door.walk-in-send')}</button>
<p class="hint">${say('register.privacy', { days: meeting.keepDays })} <a href="${paths.privacy}">${say('site.privacy')}</a></p>
</form>`
}
