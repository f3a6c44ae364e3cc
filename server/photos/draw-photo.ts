import { open, rename } from 'node:fs/promises'
import sharp from 'sharp'
import { widths, widthsOf } from '../../views/photos/widths.ts'
import { isRaster } from '../files/picture.ts'
import { photoFile } from './store.ts'

const mostPixels = 60_000_000
const widest = widths[3]

export type Drawn = { width: number; height: number }

/** One at a time: an unpacked photograph takes hundreds of megabytes. */
let before: Promise<unknown> = Promise.resolve()

/**
 * Draws a photo anew in all its widths, turned the way it was held and without what else was in the file (place, camera,
 * names); null when it is no JPEG, PNG or WebP, or cannot be drawn.
 */
export async function drawPhoto(dataDir: string, path: string, id: string): Promise<Drawn | null> {
  const drawing = before.then(async () => ((await beginsAsPicture(path)) ? await drawn(dataDir, path, id) : null))
  before = drawing.catch(() => {})
  return await drawing
}

/** By the first bytes, before sharp sees them: it would also read SVG, PDF and more. */
async function beginsAsPicture(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(16), position: 0 })
    return isRaster(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

async function drawn(dataDir: string, path: string, id: string): Promise<Drawn | null> {
  const whole = await scaled(path, widest, `${path}.whole.new`)
  if (!whole) return null
  for (const width of widthsOf(whole).slice(0, -1)) {
    const part = `${path}.${width}.new`
    if (!(await scaled(path, width, part))) return null
    await rename(part, photoFile(dataDir, { id }, width))
  }
  await rename(`${path}.whole.new`, photoFile(dataDir, { id }, whole.width))
  return whole
}

async function scaled(path: string, width: number, to: string): Promise<Drawn | null> {
  try {
    return await sharp(path, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .rotate()
      .resize(width, undefined, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(to)
      .then(({ width: across, height }) => ({ width: across, height }))
  } catch {
    return null
  }
}
