import { execFileSync } from 'node:child_process'
import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cleanUpWith, freshFolder } from '../database.ts'
import { freePort } from '../free-port.ts'

const installed = '/usr/lib/postgresql'

/** A PostgreSQL of the test's own, on the loopback, that can be stopped as by a power cut and started again. */
export async function ownPostgres() {
  const folder = freshFolder()
  const port = await freePort()
  const [newest = ''] = readdirSync(installed).sort().reverse()
  const run = (tool: string, ...args: string[]) => asItsAccount(folder, join(installed, newest, 'bin', tool), args)
  const data = `--pgdata=${join(folder, 'data')}`
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=60`

  run('initdb', data, '--username=kopa', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8')
  const start = () => run('pg_ctl', data, `--log=${join(folder, 'log')}`, `--options=${options}`, '--wait', 'start')
  const stop = () => run('pg_ctl', data, '--mode=immediate', '--wait', 'stop')
  start()
  let isUp = true
  cleanUpWith(async () => {
    if (isUp) stop()
  })
  return {
    url: `postgres://kopa@127.0.0.1:${port}/postgres`,
    cut: () => {
      stop()
      isUp = false
    },
    mend: () => {
      start()
      isUp = true
    },
  }
}

/** PostgreSQL refuses to run as root. */
function asItsAccount(folder: string, tool: string, args: string[]) {
  if (process.getuid?.() !== 0) return void execFileSync(tool, args, { cwd: folder, stdio: 'ignore' })
  const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' })))
  chownSync(folder, uid ?? 0, gid ?? 0)
  execFileSync(tool, args, { cwd: folder, stdio: 'ignore', ...(uid ? { uid } : {}), ...(gid ? { gid } : {}) })
}
