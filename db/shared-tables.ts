/**
 * What servers on one PostgreSQL tell each other for a few minutes, beside the schema: no migration, move or backup
 * needs it. UNLOGGED, so that it costs no write to the log, reaches no archive, and is gone after a crash, with which
 * every connection breaks and every server forgets what it kept.
 */
export const sharedTables = `
CREATE UNLOGGED TABLE IF NOT EXISTS kopa_touches (
  xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
  id text NOT NULL,
  touched text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
-- Until migration 0019 kopa_touches said which server had touched it. Both are asked first: to drop a column that is not
-- there still locks the table, which waits for a pg_dump to end while all deeds wait behind it; to create an index that is
-- there still waits for the deeds under way.
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('kopa_touches') AND attname = 'server' AND NOT attisdropped)
  THEN ALTER TABLE kopa_touches DROP COLUMN server;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_index WHERE indrelid = to_regclass('kopa_touches'))
  THEN CREATE INDEX kopa_touches_xid ON kopa_touches (xid);
  END IF;
END $$;
CREATE UNLOGGED TABLE IF NOT EXISTS kopa_tallies (
  key text PRIMARY KEY,
  count bigint NOT NULL,
  until timestamptz NOT NULL
)`

/** Run every minute by every server: what is over is of no use to anybody. */
export const emptySharedTables = `
DELETE FROM kopa_touches WHERE at < now() - interval '10 minutes';
DELETE FROM kopa_tallies WHERE until < now()`
