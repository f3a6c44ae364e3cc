import { loadSharp } from '../libraries.ts'

export type Picture = { webp: Buffer; width: number; height: number }

/** The box it is drawn into; with `cover`, whatever does not fit is cut off. */
export type Size = { width: number; height: number; fit: 'inside' | 'cover' }

const mostPixels = 25_000_000

/**
 * Draws a PNG, JPEG or WebP picture anew, small and without what else was in the file (places, names, scripts).
 * Null when the bytes are none of these, whatever their name says, or cannot be drawn.
 */
export async function redraw(bytes: Buffer, { width, height, fit }: Size): Promise<Picture | null> {
  if (!isRaster(bytes)) return null
  try {
    const { data, info } = await loadSharp()(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .rotate()
      .resize(width, height, { fit, withoutEnlargement: true })
      .webp({ quality: 88 })
      .toBuffer({ resolveWithObject: true })
    return { webp: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}

/** By the first bytes, before sharp sees them: it would also read SVG, PDF and more. */
export function isRaster(bytes: Buffer): boolean {
  const begins = (signature: string, at = 0) => bytes.toString('latin1', at, at + signature.length) === signature
  return begins('\x89PNG\r\n\x1a\n') || begins('\xff\xd8\xff') || (begins('RIFF') && begins('WEBP', 8))
}
