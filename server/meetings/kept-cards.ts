import { etagOf } from '../etag.ts'
import { type Card, cardPng } from './card.ts'

export type Picture = { bytes: Buffer; etag: string }

const most = 60

/** Draws each picture once; whoever asks meanwhile waits for the same one. */
export function keepCards(): (card: Card, format: 'card' | 'story') => Promise<Picture> {
  const kept = new Map<string, Promise<Picture>>()
  return async (card, format) => {
    const key = JSON.stringify([format, card])
    const known = kept.get(key)
    if (known) return await known
    if (kept.size >= most) kept.clear()
    const drawn = draw(card, format)
    kept.set(key, drawn)
    return await drawn
  }
}

async function draw(card: Card, format: 'card' | 'story'): Promise<Picture> {
  const bytes = await cardPng(card, format)
  return { bytes, etag: etagOf(bytes) }
}
