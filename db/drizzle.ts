import { createRequire } from 'node:module'

/**
 * The only place that loads Drizzle's run time, in its CommonJS form: as ES modules the same package costs
 * some 250 ms of start and 150 MB of memory (hundreds of small modules linked one by one).
 */
const load = createRequire(import.meta.url)

const core: typeof import('drizzle-orm') = load('drizzle-orm')
const sqliteCore: typeof import('drizzle-orm/sqlite-core') = load('drizzle-orm/sqlite-core')

export const {
  and,
  or,
  not,
  eq,
  ne,
  lt,
  lte,
  gt,
  gte,
  inArray,
  notInArray,
  isNull,
  isNotNull,
  like,
  exists,
  notExists,
} = core
export const { asc, desc, count, max, min, sum, sql, getTableColumns } = core
export const { sqliteTable, customType, text, integer, index, uniqueIndex, unique, check, primaryKey } = sqliteCore
export const { getTableConfig } = sqliteCore

/** A value that a prepared query is told each time. */
export const given = core.sql.placeholder

export function loadSqliteDriver(): typeof import('drizzle-orm/better-sqlite3') {
  return load('drizzle-orm/better-sqlite3')
}

export function loadPostgresDriver(): typeof import('drizzle-orm/node-postgres') {
  return load('drizzle-orm/node-postgres')
}
