export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1257' | 'windows-1251'
export type Decoded = { text: string; encoding: Encoding }

/**
 * A file's text: UTF-8, what Excel calls Unicode, or what it writes by itself on a Latvian or a Russian machine. Those
 * last two give every byte a meaning, so their letters are looked at. Null for what is no text.
 */
export function decode(bytes: Buffer): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes.includes(0)) return null
  return decoded(bytes, 'utf-8') ?? decoded(bytes, isMostlyCyrillic(bytes) ? 'windows-1251' : 'windows-1257')
}

function decoded(bytes: Buffer, encoding: Encoding): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

/** Cyrillic words are all high bytes; Latvian ones have one here and there. */
function isMostlyCyrillic(bytes: Buffer): boolean {
  const high = [...bytes.keys()].filter((i) => (bytes[i] ?? 0) >= 0x80)
  const beside = high.filter((i) => (bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80)
  return beside.length * 2 > high.length
}
