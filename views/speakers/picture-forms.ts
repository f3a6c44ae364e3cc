import type { Speaker } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import type { Say } from '../say.ts'

type Where = { src: string; action: string }

/** The picture as it is, with ways to change it and to take it away. */
export function pictureForms(say: Say, speaker: Speaker, { src, action }: Where, form: FormState): Html {
  const problem = form.problems?.find(({ field }) => field === 'picture')
  const id = fieldId('picture')
  return html`<div class="stack">
${speaker.pictureId ? html`<img class="portrait" src="${src}" alt="${say('speaker.picture-of', { name: speaker.name })}" width="160" height="160">` : null}
<form class="stack" method="post" action="${action}" enctype="multipart/form-data" novalidate>
<div class="field${problem ? ' wrong' : ''}"><label for="${id}">${say('speaker.picture-choose')}</label>
<p class="hint" id="${id}-hint">${say('speaker.picture-hint')}</p>
<input type="file" name="picture" id="${id}" accept="image/png,image/jpeg,image/webp" aria-describedby="${id}-hint"${problem ? html` aria-invalid="true"` : null}>
${problem ? html`<p class="problem" role="alert">${say(problem.key, problem.values)}</p>` : null}</div>
<button class="button quiet">${say('speaker.picture-send')}</button>
</form>
${speaker.pictureId ? html`<form method="post" action="${action}/remove"><button class="link danger">${say('speaker.picture-remove')}</button></form>` : null}
</div>`
}
