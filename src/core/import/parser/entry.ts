import type { ParseRequest } from './protocol.ts'
import { serveParser } from './serve.ts'

/* The program of a forked parsing process. It ends when its parent is gone. */

process.once('disconnect', () => process.exit())
serveParser({
  onRequest: (listener) => process.on('message', (request) => listener(request as ParseRequest)),
  reply: (reply) => process.send?.(reply),
})
