import Sqlite from 'better-sqlite3'
import { migrateSqlite } from '../../db/migrate.ts'
import { migration } from '../../db/migrations.ts'

// Migrates a file, and comes to the end of it after so many rows; never, if none are named.

const [, , file = '', first = '', rows = '-1'] = process.argv

const long = `
  ALTER TABLE people RENAME TO humans;
  INSERT INTO humans (name)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${rows}) SELECT 'person ' || i FROM n;`

await migrateSqlite(new Sqlite(file), [migration('0000_first', first), migration('0001_long', long)])
console.log('done')
