import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { OwnGuardian } from '../../server/guardianships/own.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { guardianStanding } from './own-line.ts'

export type NameView = {
  project: Project
  meeting: Meeting
  registration: Registration
  guardian: OwnGuardian
  token: string
}

/** Where a young person names whoever is asked, or somebody else. */
export function nameGuardianPage(say: Say, view: NameView, form: FormState): Page {
  const { project, registration, guardian, token } = view
  const about = registration.ageBand === 'child' ? 'attendance' : 'photos'
  return {
    say,
    title: say('guardianship.own-title'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page"><h1>${say('guardianship.own-title')}</h1>
<section class="card stack">${problemSummary(say, form)}
<p>${guardianStanding(say, view)}</p>
<p>${say(`guardianship.own-${about}`)}</p>
${
  guardian.standing === 'answered'
    ? null
    : html`<form class="stack" method="post" action="${paths.mineGuardian(token)}" novalidate>
${textField(say, form, { name: 'guardianEmail', label: say('register.guardian-attendance'), hint: guardian.asked ? say('guardianship.own-another') : undefined, type: 'email', required: true, autocomplete: 'off', max: 254 })}
<button class="button">${say('guardianship.own-ask')}</button>
</form>`
}
</section>
<p><a class="button quiet" href="${paths.mine(token)}">${say('guardians.back')}</a></p></div>`,
  }
}
