/**
 * At its very first byte: readers look for it in the first thousand, and what would stand before it could be anything
 * else too.
 */
export function beginsPdf(beginning: Buffer): boolean {
  return beginning.toString('latin1', 0, 5) === '%PDF-'
}

/**
 * By its end (ISO 32000-2, 7.5.5). Scripts or a password inside are not looked for: both hide in compressed streams, so
 * that not finding them would say nothing. What is taken is only ever handed out as a file to keep.
 */
export function isWholePdf(end: Buffer): boolean {
  return /startxref\s+\d+\s+%%EOF/.test(end.toString('latin1'))
}
