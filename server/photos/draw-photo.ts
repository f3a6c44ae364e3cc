import { open, rm } from 'node:fs/promises'
import { widths, widthsOf } from '../../views/photos/widths.ts'
import { isRaster } from '../files/picture.ts'
import type { FileStore } from '../files/store.ts'
import { loadSharp } from '../libraries.ts'
import { photoKey } from './store.ts'

const mostPixels = 60_000_000
const widest = widths[3]

export type Drawn = { width: number; height: number }

/** One at a time: an unpacked photograph takes hundreds of megabytes. */
let before: Promise<unknown> = Promise.resolve()

/**
 * Draws a photo anew in all its widths, turned the way it was held and without what else was in the file (place, camera,
 * names); null when it is no JPEG, PNG or WebP, or cannot be drawn.
 */
export async function drawPhoto(files: FileStore, path: string, id: string): Promise<Drawn | null> {
  const drawing = before.then(async () => ((await beginsAsPicture(path)) ? await drawn(files, path, id) : null))
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

/** All widths or none. */
async function drawn(files: FileStore, path: string, id: string): Promise<Drawn | null> {
  const parts = new Map<number, string>()
  try {
    const whole = await scaled(path, widest, part(widest))
    if (!whole) return null
    for (const width of widthsOf(whole).slice(0, -1)) if (!(await scaled(path, width, part(width)))) return null
    for (const [width, file] of parts) await files.put(file, photoKey({ id }, Math.min(width, whole.width)))
    return whole
  } finally {
    for (const file of parts.values()) await rm(file, { force: true })
  }

  function part(width: number): string {
    const file = `${path}.${width}.new`
    parts.set(width, file)
    return file
  }
}

async function scaled(path: string, width: number, to: string): Promise<Drawn | null> {
  try {
    return await loadSharp()(path, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .rotate()
      .resize(width, undefined, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(to)
      .then(({ width: across, height }) => ({ width: across, height }))
  } catch {
    return null
  }
}
