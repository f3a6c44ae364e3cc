import type { Qr } from '../../server/qr.ts'
import { type Html, html } from '../html.ts'
import { ink, paper } from './poster.ts'

/** Four modules on every side, without which cameras do not find it (ISO/IEC 18004). */
const quiet = 4

/** The same by day and by night: cameras want it dark on light. */
export function qrCode({ size, path }: Qr, label: string): Html {
  const side = size + 2 * quiet
  return html`<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="${-quiet} ${-quiet} ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect x="${-quiet}" y="${-quiet}" width="${side}" height="${side}" fill="${paper}"/><path fill="${ink}" d="${path}"/></svg>`
}
