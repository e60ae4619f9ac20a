// The limit for live updates: the bare ws library, sending the same bytes to everybody.
import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'

const sockets = new Set<WebSocket>()
const http = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += String(part)))
  request.on('end', () => {
    for (const socket of sockets) socket.send(body)
    response.end('{}')
  })
})
const server = new WebSocketServer({ server: http, perMessageDeflate: false })
server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
})
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as { port: number }
  process.stdout.write(`http://127.0.0.1:${port}\n`)
})
