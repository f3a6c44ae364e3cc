import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { copyButton } from '../parts/copy.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** Recovery codes, which nobody can read again after this page. */
export function recoveryCodesPage(say: Say, codes: readonly string[]): Page {
  return {
    say,
    title: say('second.codes-title'),
    personal: true,
    scripts: ['copy'],
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('second.codes-title')}</h1>
<section class="card stack second-factor"><p class="notice" role="status">${say('second.codes-once')}</p>
<p>${say('second.codes-keep')}</p>
<div class="field"><label for="recovery-codes">${say('second.codes-label')}</label>
<textarea class="copied-out" id="recovery-codes" rows="${codes.length}" readonly>
${codes.join('\n')}</textarea></div>
<p class="row">${copyButton(say, 'recovery-codes')}<a class="button" href="${paths.secondFactor}">${say('second.codes-kept')}</a></p></section>`,
  }
}
