/** What the transformation needs to know of drizzle-kit's snapshots; their own types resolve to `any` here. */
export type SqliteSnapshot = { tables: Record<string, Table>; id: string; prevId: string }
type Table = {
  name: string
  columns: Record<string, Column>
  indexes: Record<string, { name: string; columns: string[]; isUnique: boolean; where?: string }>
  foreignKeys: Record<string, unknown>
  compositePrimaryKeys: Record<string, { columns: string[]; name: string }>
  checkConstraints: Record<string, { name: string; value: string }>
}
type Column = { name: string; type: string; primaryKey: boolean; notNull: boolean; default?: unknown }

/** The same tables as PostgreSQL has them; only DDL is made from it (docs/decisions/one-schema-two-ddls.md). */
export function postgresSnapshot({ tables, id, prevId }: SqliteSnapshot) {
  return {
    version: '7' as const,
    dialect: 'postgresql' as const,
    tables: Object.fromEntries(Object.values(tables).map((table) => [`public.${table.name}`, postgresTable(table)])),
    enums: {},
    schemas: {},
    sequences: {},
    roles: {},
    policies: {},
    views: {},
    _meta: { schemas: {}, tables: {}, columns: {} },
    id,
    prevId,
  }
}

function postgresTable(table: Table) {
  return {
    name: table.name,
    schema: '',
    columns: mapValues(table.columns, postgresColumn),
    indexes: mapValues(table.indexes, postgresIndex),
    foreignKeys: table.foreignKeys,
    compositePrimaryKeys: table.compositePrimaryKeys,
    uniqueConstraints: {},
    policies: {},
    checkConstraints: table.checkConstraints,
    isRLSEnabled: false,
  }
}

function postgresColumn(column: Column) {
  const { name, primaryKey, notNull } = column
  const type = column.type === 'integer' ? 'bigint' : column.type
  if (column.default === undefined) return { name, type, primaryKey, notNull }
  // Yes and no are 1 and 0 on both engines, so that the same queries mean the same.
  const fallback = typeof column.default === 'boolean' ? Number(column.default) : column.default
  return { name, type, primaryKey, notNull, default: fallback }
}

function postgresIndex(index: Table['indexes'][string]) {
  const { name, isUnique, where } = index
  const columns = index.columns.map((expression) => ({ expression, isExpression: false, asc: true, nulls: 'last' }))
  return { name, columns, isUnique, where, concurrently: false, method: 'btree', with: {} }
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
