import type { ParserEnd } from './protocol.ts'

const MOST_WORDS = 16 * 1024
/** What V8 says, under Node and under Electron, when a heap has reached its limit. */
const OUT_OF_MEMORY = /out of memory|OOM error/i

/** The stream as both shells give it. */
interface StandardError {
  readonly on: (event: 'data', listener: (piece: Buffer) => void) => unknown
}

/** Listens to what a process says on standard error, which nobody sees, and tells by it how it ended. */
export function lastWordsOf(stream: StandardError | null): () => ParserEnd {
  let words = ''
  stream?.on('data', (piece) => {
    words = (words + piece.toString('latin1')).slice(-MOST_WORDS)
  })
  return () => (OUT_OF_MEMORY.test(words) ? 'out-of-memory' : 'crashed')
}
