import type { ParseRequest } from '../../core/import/parser/protocol.ts'
import { serveParser } from '../../core/import/parser/serve.ts'

/* The program of the parser's utility process. It holds nothing but the original that it reads. */

process.parentPort.once('message', ({ ports: [port] }) => {
  if (port === undefined) return
  serveParser({
    onRequest: (listener) => {
      port.on('message', ({ data }) => listener(data as ParseRequest))
      port.start()
    },
    reply: (reply) => port.postMessage(reply),
  })
})
