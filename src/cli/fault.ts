import { ORPCError } from '@orpc/server'
import { Failure, type FailureKind } from '../shared/contract/failures.ts'

/** What a command without a result says: a stable code, one plain sentence, and data for a program. */
export interface Fault {
  readonly exit: 1 | 2 | 3
  readonly code: string
  readonly message: string
  readonly data: unknown
}

const EXITS: Readonly<Record<FailureKind, 1 | 2 | 3>> = { REFUSED: 1, USAGE: 2, LIBRARY: 3 }

export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof Failure) return faultFrom(thrown.kind, thrown.reason, thrown.message, thrown.detail)
  if (thrown instanceof ORPCError) {
    const { code, data, message } = thrown
    if (isKind(code) && isReason(data)) return faultFrom(code, data.reason, message, data.detail)
    if (code === 'BAD_REQUEST') return faultFrom('USAGE', 'usage', sentenceOf(data), data)
  }
  return {
    exit: 1,
    code: 'internal',
    message:
      'Verbatim made a mistake of its own and stopped; your library is as it was after the last finished step. ' +
      'What happened is written down in errors.log in the program’s data folder; please report it.',
    data: null,
  }
}

const faultFrom = (kind: FailureKind, code: string, message: string, data: unknown): Fault => ({
  exit: EXITS[kind],
  code,
  message,
  data: data ?? null,
})

const isKind = (code: string): code is FailureKind => Object.hasOwn(EXITS, code)

const isReason = (data: unknown): data is { reason: string; detail?: unknown } =>
  typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string'

/** The contract's schema names the field and what it should be. */
function sentenceOf(data: unknown): string {
  const issues = typeof data === 'object' && data !== null && 'issues' in data ? data.issues : []
  const first: unknown = Array.isArray(issues) ? issues[0] : null
  if (typeof first !== 'object' || first === null) return 'The call is not one that Verbatim knows.'
  const where = 'path' in first && Array.isArray(first.path) ? first.path.map(String).join(' ') : ''
  const what = 'message' in first ? String(first.message) : 'not valid'
  return `The value of “${where}” cannot be used: ${what}.`
}
