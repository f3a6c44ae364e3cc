import { createServer } from 'node:net'

// A mail server that takes everything and keeps nothing, in a process of its own: PORT=… node sink.ts.

const server = createServer((socket) => {
  let [buffer, isContent] = ['', false]
  socket.on('error', () => {})
  socket.write('220 sink\r\n')
  socket.on('data', (bytes) => {
    buffer += bytes.toString('latin1')
    for (;;) {
      const end = buffer.indexOf(isContent ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const command = buffer.slice(0, 4).toUpperCase()
      buffer = buffer.slice(end + (isContent ? 5 : 2))
      isContent = !isContent && command === 'DATA'
      socket.write(isContent ? '354 Go on\r\n' : '250 Fine\r\n')
    }
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('a sink at http'))
