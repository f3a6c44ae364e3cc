import type { Speaker } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'
import { fileField, pictures } from '../parts/file-field.ts'
import type { Say } from '../say.ts'

type Where = { src: string; action: string }

/** The picture as it is, with ways to change it and to take it away. */
export function pictureForms(say: Say, speaker: Speaker, { src, action }: Where, form: FormState): Html {
  return html`<div class="stack">
${speaker.pictureId ? html`<img class="portrait" src="${src}" alt="${say('speaker.picture-of', { name: speaker.name })}" width="160" height="160">` : null}
<form class="stack" method="post" action="${action}" enctype="multipart/form-data" novalidate>
${fileField(say, form, { name: 'picture', label: say('speaker.picture-choose'), hint: say('speaker.picture-hint'), accept: pictures })}
<button class="button quiet">${say('speaker.picture-send')}</button>
</form>
${speaker.pictureId ? html`<form method="post" action="${action}/remove"><button class="link danger">${say('speaker.picture-remove')}</button></form>` : null}
</div>`
}
