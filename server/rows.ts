import { z } from 'zod'
import type { MessageKey } from '../views/say.ts'
import { optionalLine } from './fields.ts'

const most = 60

/**
 * The rows of a form: emptied ones fall away, the others come in the order their numbers say. `row` is where it stood.
 * A form without even an empty row is none of ours: it must not empty what is there.
 */
export function rowsOf<Row extends z.ZodType<{ order: number }>>(row: Row) {
  const rows = z
    .record(z.string(), row)
    .refine((found) => Object.keys(found).length <= most, 'problem.too-many-rows' satisfies MessageKey)
    .transform((found) => inOrder<z.output<Row>>(Object.entries(found)))
  return z.preprocess(written, rows)
}

/** Unnumbered rows come last. */
export function rowOrder() {
  return optionalLine(4)
    .refine((text) => /^\d*$/.test(text), 'problem.number' satisfies MessageKey)
    .transform((text) => (text === '' ? Number.POSITIVE_INFINITY : Number(text)))
}

const fieldsOfRows = z.record(z.string(), z.record(z.string(), z.unknown()))

function written(typed: unknown): unknown {
  const rows = fieldsOfRows.safeParse(typed)
  return rows.success ? Object.fromEntries(Object.entries(rows.data).filter(([, row]) => isWritten(row))) : typed
}

/** Its number, its hidden id and ticks do not make a row. */
function isWritten({ order, id, adult, agreed, ...fields }: Record<string, unknown>): boolean {
  return Object.values(fields).some((value) => (typeof value === 'object' ? isWritten({ ...value }) : value !== ''))
}

function inOrder<Row extends { order: number }>(rows: [string, Row][]): (Row & { row: string })[] {
  const placed = rows.map(([row, values]) => ({ ...values, row }))
  return placed.sort((a, b) => (a.order === b.order ? Number(a.row) - Number(b.row) : a.order - b.order))
}
