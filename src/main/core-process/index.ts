import { userInfo } from 'node:os'
import { join } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { createCore, type Core } from '../../core/core.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { Grants } from './grants.ts'
import type { FromCore, ToCore } from './messages.ts'
import { pageRouter } from './page-router.ts'
import { Parsers } from './parsers.ts'

/* The program of the core's utility process: it opens one library and serves it to the pages that main connects. */

const tell = (message: FromCore): void => process.parentPort.postMessage(message)
const parsers = new Parsers(tell)
const grants = new Grants()
let pages: Pick<RPCHandler<object>, 'upgrade'> | null = null

function open({ path, create, fonts }: Extract<ToCore, { kind: 'open' }>): Core {
  return createCore({
    path,
    create,
    fonts,
    typesetter: join(import.meta.dirname, 'typesetter.cjs'),
    parserHost: parsers,
    standardInput: () => Promise.reject(refused('no-input', 'A window has no standard input.')),
    who: userName(),
    log: { error: (what, error) => console.error(what, error) },
  })
}

/** An account may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

function tryToOpen(asked: Extract<ToCore, { kind: 'open' }>): void {
  try {
    pages = new RPCHandler(pageRouter(open(asked), grants))
    tell({ kind: 'opened' })
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    tell({ kind: 'unopened', reason: thrown.reason, message: thrown.message })
  }
}

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as ToCore
  const port = ports[0]
  switch (message.kind) {
    case 'open':
      return tryToOpen(message)
    case 'grant':
      return grants.add(message.token, message.path)
    case 'parser-ended':
      return parsers.ended(message.id, message.end)
    case 'parser':
      return port && parsers.started(message.id, port, message.pid)
    case 'page':
      if (port === undefined) return
      pages?.upgrade(port)
      return port.start()
  }
})
