import Sqlite from 'better-sqlite3'
import { migrateSqlite } from '../../db/migrate.ts'
import { migration } from '../../db/migrations.ts'

// Migrates a file, and never comes to the end of it.

const endless = `
  ALTER TABLE people RENAME TO humans;
  INSERT INTO humans (name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'person ' || i FROM n;`

const [, , file = '', first = ''] = process.argv
await migrateSqlite(new Sqlite(file), [migration('0000_first', first), migration('0001_endless', endless)])
