import jsqr from 'jsqr'
import sharp from 'sharp'

// A CommonJS module that calls itself its default.
const read = jsqr as unknown as typeof jsqr.default

/** What a camera reads in a picture; null where it finds no code. */
export async function readQr(picture: Buffer): Promise<string | null> {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({
    resolveWithObject: true,
  })
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
