import { type Content, type Html, html } from '../html.ts'

/** A table whose frame scrolls where the page is narrow; the frame takes the focus, so that the keyboard scrolls it too. */
export function table(label: string, heads: readonly Content[], rows: readonly Html[]): Html {
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label="${label}"><table class="table">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`
}
