import type { Database as Connection } from 'better-sqlite3'
import { keepBallast } from './ballast.ts'
import { errorCodes } from './error-codes.ts'

/** 16 MB: a crowd's rows change the same pages again and again, which the file then takes in once. */
const longLog = 'wal_autocheckpoint = 4000'
/** On a full disk it leaves the little room there is to the rows. */
const shortLog = 'wal_autocheckpoint = 32'

type Upkeep = { makeRoom: () => void; emptyLog: () => void; stop: () => void }

/** What a SQLite file needs besides reading and writing: its log folded in every minute, and room on a full disk. */
export function keepUp(writer: Connection): Upkeep {
  const ballast = keepBallast(writer.name)
  writer.pragma(longLog)

  function makeRoom() {
    ballast.throwOut()
    writer.pragma(shortLog)
    foldLog(writer)
  }

  function everyMinute() {
    if (ballast.takeOn()) writer.pragma(longLog)
    foldLog(writer)
  }

  const timer = setInterval(() => patiently(everyMinute), 60_000)
  timer.unref()
  return {
    makeRoom: () => patiently(makeRoom),
    emptyLog: () => patiently(() => foldLog(writer)),
    stop: () => clearInterval(timer),
  }
}

/** What was deleted stays readable in the write-ahead log until the log is folded into the file and emptied. */
function foldLog(writer: Connection) {
  if (!writer.inTransaction) writer.pragma('wal_checkpoint(TRUNCATE)')
}

/** On a full disk upkeep fails too. Those who write are told; the next minute may be better. */
function patiently(upkeep: () => void) {
  try {
    upkeep()
  } catch (error) {
    if (!errorCodes(error).some((code) => /^(SQLITE_(FULL|IOERR|BUSY)|ENOSPC)/.test(code))) throw error
  }
}
