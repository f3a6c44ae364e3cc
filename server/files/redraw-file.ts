import { writeFile } from 'node:fs/promises'
import { loadSharp } from '../libraries.ts'

/** What a screen or projector of the best kind shows across. */
const widest = 3840
const mostPixels = 50_000_000

/** One at a time: an unpacked photograph takes hundreds of megabytes. */
let before: Promise<unknown> = Promise.resolve()

/** Draws the picture in a file anew, in its place, without what else was in it; false when it cannot be drawn. */
export async function redrawFile(file: string): Promise<boolean> {
  const drawing = before.then(() => drawn(file))
  before = drawing
  const webp = await drawing
  if (!webp) return false
  await writeFile(file, webp, { flush: true })
  return true
}

async function drawn(file: string): Promise<Buffer | null> {
  try {
    return await loadSharp()(file, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .rotate()
      .resize(widest, widest, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 88 })
      .toBuffer()
  } catch {
    return null
  }
}
