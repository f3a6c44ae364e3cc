import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Where a conversation may go wrong; 'DOT' is the end of the content. */
export type Step = 'GREETING' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'CONTENT' | 'DOT' | 'RSET'
/** What the server answers instead of the usual; `silence`: nothing, for as long as the other side waits. */
export type Script = Partial<Record<Step, string | 'silence' | 'hang up'>>

const usual: Record<Step, string> = {
  GREETING: '220 mail.example.org',
  EHLO: '250-mail.example.org\r\n250 8BITMIME',
  STARTTLS: '220 Go ahead',
  AUTH: '235 Welcome',
  MAIL: '250 Fine',
  RCPT: '250 Fine',
  DATA: '354 Go on',
  CONTENT: '',
  DOT: '250 Taken',
  RSET: '250 Forgotten',
}

/** A mail server that does as it is told, byte by byte; `script` is read anew at each step, and `taken` is what it kept. */
export async function scriptedServer(script: Script) {
  const taken: string[] = []
  const steps: Step[] = []
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    let [buffer, isContent] = ['', false]

    function answer(step: Step): void {
      steps.push(step)
      const says = script[step] ?? usual[step]
      if (says === 'hang up') socket.destroy()
      else if (says && says !== 'silence') socket.write(`${says}\r\n`)
      isContent ||= step === 'DATA' && says.startsWith('354')
    }

    socket.on('data', (bytes) => {
      buffer += bytes.toString('latin1')
      if (isContent) readContent()
      else readCommands()
    })

    function readCommands(): void {
      for (let end = buffer.indexOf('\r\n'); end >= 0 && !isContent; end = buffer.indexOf('\r\n')) {
        const command = buffer.slice(0, end).split(/[ :]/)[0]?.toUpperCase() ?? ''
        buffer = buffer.slice(end + 2)
        if (command === 'QUIT') socket.end('221 Bye\r\n')
        else answer((command in usual ? command : 'EHLO') as Step)
      }
    }

    function readContent(): void {
      if (script.CONTENT) answer('CONTENT')
      else takeContent()
    }

    function takeContent(): void {
      const end = buffer.indexOf('\r\n.\r\n')
      if (end < 0) return
      if (!/^[45]/.test(script.DOT ?? '')) taken.push(buffer.slice(0, end))
      buffer = buffer.slice(end + 5)
      isContent = false
      answer('DOT')
    }

    answer('GREETING')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(async () => {
    hangUp()
    await new Promise((resolve) => server.close(resolve))
  })
  return { host: `127.0.0.1:${port}`, url: `smtp://127.0.0.1:${port}`, taken, steps, hangUp }
}
