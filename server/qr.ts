import { constants } from 'node:zlib'
import { loadQrcode } from './libraries.ts'

/** A QR code as it is drawn: so many modules a side, the dark ones as one path, in modules. Without the quiet zone. */
export type Qr = { size: number; path: string }

/** M: an eighth of it may be unreadable, Q: a quarter, for what is printed and hung up. */
export function qrOf(text: string, level: 'M' | 'Q' = 'M'): Qr {
  const { modules } = loadQrcode().create(text, { errorCorrectionLevel: level })
  const isDark = (y: number, x: number) => Boolean(modules.get(y, x))
  const rows = Array.from({ length: modules.size }, (_, y) => row(modules.size, y, isDark))
  return { size: modules.size, path: rows.join('') }
}

/** Runs of dark modules, so that no seams show between them. */
function row(size: number, y: number, isDark: (y: number, x: number) => boolean): string {
  let path = ''
  for (let x = 0; x < size; x++) {
    if (!isDark(y, x)) continue
    const from = x
    while (x + 1 < size && isDark(y, x + 1)) x += 1
    path += `M${from} ${y}h${x + 1 - from}v1H${from}z`
  }
  return path
}

/** To be printed: a thousand pixels a side at least, with its quiet zone (ISO/IEC 18004), readable with a quarter torn off. */
export async function qrPng(text: string): Promise<Buffer> {
  const scale = Math.ceil(1000 / (qrOf(text, 'Q').size + 2 * printed.margin))
  return await loadQrcode().toBuffer(text, { ...printed, type: 'png', scale })
}

/** For the screen of a phone, held before another phone. One with each confirmation: in half the time of qrcode's own way. */
export async function qrForMail(text: string): Promise<Buffer> {
  const rendererOpts = { filterType: upFilter, deflateLevel: 6, deflateStrategy: constants.Z_DEFAULT_STRATEGY }
  return await loadQrcode().toBuffer(text, {
    errorCorrectionLevel: 'M',
    margin: 4,
    type: 'png',
    scale: 6,
    rendererOpts,
  })
}

export async function qrSvg(text: string): Promise<string> {
  return await loadQrcode().toString(text, { ...printed, type: 'svg', width: 1000 })
}

/** Each row as what differs from the one above (PNG, 9.2): in a QR code mostly nothing. */
const upFilter = 2

const printed = { errorCorrectionLevel: 'Q', margin: 4 } as const
