import { createHash } from 'node:crypto'
import type { Row } from './tables.ts'

export type Digest = { rows: number; sha256: string }

/** Counts rows and sums them up, one line of JSON for each: the same rows in the same order, the same sum on any engine. */
export function digesting() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: (batch: Row[]) => {
      rows += batch.length
      for (const row of batch) hash.update(`${JSON.stringify(row)}\n`)
    },
    digest: (): Digest => ({ rows, sha256: hash.digest('hex') }),
  }
}

export async function digestOf(batches: AsyncIterable<Row[]>): Promise<Digest> {
  const { add, digest } = digesting()
  for await (const batch of batches) add(batch)
  return digest()
}
