/** The records of a CSV as RFC 4180 reads them: what stands between quotes may hold commas, lines and doubled quotes. */
export function recordsIn(csv: string): string[][] {
  const records: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    records.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') records.push([])
    if (end === '') break
  }
  const last = records.at(-1)
  return last?.length === 1 && last[0] === '' ? records.slice(0, -1) : records
}
