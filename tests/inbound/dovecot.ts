import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { onTestFinished } from 'vitest'
import { freshFolder } from '../database.ts'
import { freePort } from '../free-port.ts'

const binary = '/usr/sbin/dovecot'
const credentials = { user: 'kopa', pass: 'c@rrect-horse' }

/** A real IMAP server on the loopback with one empty mailbox; it can be stopped, and started again. */
export async function dovecot() {
  if (!existsSync(binary)) install()
  const folder = freshFolder()
  const port = await freePort()
  const settings = settingsIn(folder, port)
  const start = async () => {
    const server = spawn(binary, ['-F', '-c', settings], { stdio: 'ignore', detached: true })
    await answering(port)
    return server
  }
  let server = await start()
  const ended = () =>
    new Promise<void>((resolve) => (server.exitCode === null ? server.once('exit', () => resolve()) : resolve()))
  const stop = async () => {
    // The whole group: those that wait for news of a mailbox would stay for a while.
    if (server.pid && server.exitCode === null) process.kill(-server.pid, 'SIGTERM')
    await ended()
  }
  onTestFinished(stop)
  const { user, pass } = credentials
  return {
    url: `imap://${user}:${encodeURIComponent(pass)}@127.0.0.1:${port}/INBOX`,
    stop,
    startAgain: async () => {
      server = await start()
    },
    deliver: (raw: Buffer) => withClient(port, async (client) => void (await client.append('INBOX', raw))),
    unread: () =>
      withClient(port, async (client) => {
        await client.mailboxOpen('INBOX')
        return ((await client.search({ seen: false })) || []).length
      }),
  }
}

function install(): void {
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  if (userInfo().uid !== 0) throw new Error('Dovecot is not installed (apt-get install dovecot-imapd).')
  execFileSync('apt-get', ['update', '-qq'], quietly)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd'], quietly)
}

/** Everything below one folder. Dovecot refuses to read mail as root: then it reads as its own user. */
function settingsIn(folder: string, port: number): string {
  const isRoot = userInfo().uid === 0
  const reader = isRoot ? 'dovecot' : userInfo().username
  const ids = (flag: string) => Number(execFileSync('id', [flag, reader], { encoding: 'utf8' }))
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  if (isRoot) for (const path of [folder, mail]) chownSync(path, ids('-u'), ids('-g'))
  const file = join(folder, 'dovecot.conf')
  writeFileSync(
    file,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
auth_failure_delay = 0
default_login_user = ${isRoot ? 'dovenull' : reader}
default_internal_user = ${reader}
mail_location = maildir:${mail}
passdb {
  driver = static
  args = password=${credentials.pass}
}
userdb {
  driver = static
  args = uid=${ids('-u')} gid=${ids('-g')} home=${mail}
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  )
  return file
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => resolve(true)).once('error', () => resolve(false))
      socket.once('close', () => resolve(false))
      socket.once('data', () => socket.destroy())
    })
    if (isUp) return
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error('Dovecot does not answer.')
}

async function withClient<T>(port: number, act: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: credentials, logger: false })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.logout()
  }
}
