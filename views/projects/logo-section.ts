import type { Logo, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, inLanguages, problemSummary } from '../parts/fields.ts'
import { fileField, pictures } from '../parts/file-field.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export function logosSection(say: Say, project: Project, form: FormState, logos: Logo[]): Html {
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary><h2>${say('settings.logos')}</h2></summary><div class="stack" id="logos">
${logos.length > 0 ? html`<ul class="logos" role="list">${logos.map((logo) => oneLogo(say, project, logo))}</ul>` : null}
<form class="stack" method="post" action="${paths.projectDo(project, 'logos')}" enctype="multipart/form-data" novalidate>
${problemSummary(say, form)}
${inLanguages(say, form, { name: 'alt', label: say('settings.alt'), hint: say('settings.alt-hint'), locales: project.locales, max: 200 })}
${pictureField(say, form)}
<button class="button">${say('settings.logo-add')}</button>
</form></div></details>`
}

function oneLogo(say: Say, project: Project, logo: Logo): Html {
  const alt = plain(say, logo.alt, project.locales)
  return html`<li>${logoImage(say, project, logo)}
<form method="post" action="${paths.projectDo(project, 'logos/remove')}"><input type="hidden" name="id" value="${logo.id}">
<button class="link" aria-label="${say('settings.logo-remove-named', { alt })}">${say('settings.logo-remove')}</button></form></li>`
}

/** Half the picture's own size: it is drawn for dense screens. */
export function logoImage(say: Say, project: Project, logo: Logo): Html {
  const [width, height] = [Math.ceil(logo.width / 2), Math.ceil(logo.height / 2)]
  return html`<img src="${paths.logo(logo)}" alt="${plain(say, logo.alt, project.locales)}" width="${width}" height="${height}">`
}

function pictureField(say: Say, form: FormState): Html {
  const texts = { label: say('settings.picture'), hint: say('settings.picture-hint') }
  return fileField(say, form, { name: 'picture', ...texts, accept: pictures })
}
