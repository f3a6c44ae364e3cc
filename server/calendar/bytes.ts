import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { etagOf } from '../etag.ts'

export type Coding = 'br' | 'gzip' | 'identity'
export type Coded = { bytes: Buffer; etag: string }

/** A file as it travels: each form is made when somebody first asks for it, and has a tag of its own. */
export type Bytes = {
  as: (coding: Coding) => Promise<Coded>
  /** How much all forms made so far take. */
  size: () => number
}

export function bytesOf(file: string): Bytes {
  const plain = Buffer.from(file)
  const whole = etagOf(plain)
  const made = new Map<Coding, Promise<Coded>>()
  let size = plain.length
  const make = async (coding: Coding) => {
    const bytes = await coders[coding](plain)
    if (coding !== 'identity') size += bytes.length
    return { bytes, etag: coding === 'identity' ? whole : whole.replace(/"$/, `-${coding}"`) }
  }
  return {
    size: () => size,
    as: (coding) => {
      const known = made.get(coding) ?? make(coding)
      made.set(coding, known)
      return known
    },
  }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const coders: Record<Coding, (plain: Buffer) => Buffer | Promise<Buffer>> = {
  identity: (plain) => plain,
  br: (plain) => brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (plain) => zip(plain, { level: 1 }),
}
