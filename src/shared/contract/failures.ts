import { z } from 'zod'

/**
 * The typed errors of every procedure. Each carries one plain sentence: what
 * happened, what was kept, what to do. `data` holds what a program needs.
 *
 * - `REFUSED`: something asked for cannot be done as asked (exit 1).
 * - `USAGE`: the request itself is wrong (exit 2).
 * - `LIBRARY`: the library cannot be opened (exit 3).
 */
const data = z.object({ reason: z.string(), detail: z.unknown().optional() })

export const failures = {
  REFUSED: { data },
  USAGE: { data },
  LIBRARY: { data },
} as const

export type FailureKind = keyof typeof failures

/** A fault that a user can act on. `reason` is a stable code such as `not-in-text`. */
export class Failure extends Error {
  readonly kind: FailureKind
  readonly reason: string
  readonly detail: unknown

  constructor(kind: FailureKind, reason: string, message: string, detail?: unknown) {
    super(message)
    this.name = 'Failure'
    this.kind = kind
    this.reason = reason
    this.detail = detail
  }
}

export const refused = (reason: string, message: string, detail?: unknown): Failure =>
  new Failure('REFUSED', reason, message, detail)
