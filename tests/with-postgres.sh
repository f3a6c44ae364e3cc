#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL naming a throw-away PostgreSQL on a free loopback port:
#   tests/with-postgres.sh npx vitest run --config tests/vitest.config.ts tests/db
set -euo pipefail

tools() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

if [ -z "$(tools)" ]; then
  [ "$(id -u)" = 0 ] || { echo 'PostgreSQL is not installed (apt-get install postgresql).' >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql > /dev/null
fi
bin=$(tools)
# Whether data survives a power cut is not what the tests ask, and their many small databases are quickest in memory,
# where there is enough; a bench says FSYNC=on.
gigabytes_free() { df --output=avail --block-size=G "$1" 2> /dev/null | tail -1 | tr -dc 0-9; }
has_memory() { [ "${FSYNC:-off}" = off ] && [ "0$(gigabytes_free /dev/shm)" -ge 4 ]; }
folder=$(if has_memory; then mktemp -d -p /dev/shm; else mktemp -d; fi)

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd "$folder" && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); else "$@"; fi
}
[ "$(id -u)" != 0 ] || chown postgres "$folder"

stop() {
  as_postgres "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate stop > /dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

port=$(node -e "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })")
as_postgres "$bin/initdb" --pgdata="$folder/data" --username=kopa --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > /dev/null
options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=${FSYNC:-off} -c full_page_writes=${FSYNC:-off} -c max_connections=200"
as_postgres "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --options="$options" --wait start > /dev/null ||
  { cat "$folder/log" >&2; exit 1; }

TEST_DATABASE_URL="postgres://kopa@127.0.0.1:$port/postgres" "$@"
