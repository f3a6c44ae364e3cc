import type { PhotoDesk } from '../../server/photos/desk.ts'
import type { Refused } from '../../server/photos/receive-photos.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import { pictures } from '../parts/file-field.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** Many photos at once; with JavaScript each by itself, so that one sees how far it is. */
export function addForm(
  say: Say,
  { project, meeting, most }: PhotoDesk,
  form: FormState,
  refused: readonly Refused[],
): Html {
  const id = fieldId('photos')
  const problem = form.problems?.find(({ field }) => field === 'photos')
  return html`<form class="card stack" method="post" enctype="multipart/form-data" action="${paths.albumDo(project, meeting, 'add')}" data-photos data-sending="${say('album.sending')}" data-failed="${say('album.failed')}">
<div class="field${problem ? ' wrong' : ''}"><label for="${id}">${say('album.add')}</label>
<p class="hint" id="${id}-hint">${say('album.add-hint', { most: most.megabytes, many: most.atOnce })}</p>
<input type="file" name="photos" id="${id}" accept="${pictures}" multiple required aria-describedby="${id}-hint">
${problem ? html`<p class="problem">${say(problem.key, problem.values)}</p>` : null}</div>
<p role="status" data-status></p>
<ul data-refused>${refused.map(({ name, key }) => html`<li class="problem">${name}: ${say(key, { most: most.megabytes })}</li>`)}</ul>
<p><button class="button">${say('album.send')}</button></p></form>`
}
