import { type Html, html } from '../html.ts'

/** How much of the whole, drawn; the number itself stands beside it. */
export function bar(part: number | null, whole: number): Html {
  const share = whole > 0 && part !== null ? Math.min(100, (100 * part) / whole) : 0
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-whole" width="100" height="10"/><rect class="bar-part" width="${share.toFixed(1)}" height="10"/></svg>`
}

/** The largest of those that are shown. */
export function largest(numbers: readonly (number | null)[]): number {
  return Math.max(0, ...numbers.map((number) => number ?? 0))
}
