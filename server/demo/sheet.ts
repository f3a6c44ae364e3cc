/** One landscape sheet with a heading and a few lines: a whole PDF 1.4, in letters that every reader has. */
export function sheet(heading: string, lines: readonly string[]): string {
  const drawn = `BT /F1 28 Tf 60 340 Td (${plain(heading)}) Tj /F1 16 Tf ${lines.map((line) => `0 -40 Td (${plain(line)}) Tj`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 474] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ]
  const numbered = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`)
  const head = '%PDF-1.4\n'
  const places = numbered.map((_, i) => head.length + numbered.slice(0, i).join('').length)
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const body = head + numbered.join('')
  const count = objects.length + 1
  return `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').replace(/[()\\]/g, '')
}
