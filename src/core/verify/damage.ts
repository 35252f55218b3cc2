import { Failure } from '../../shared/contract/failures.ts'

/** Something stored that is not what it was: what kind of thing, which one, one plain sentence. */
export interface Damage {
  readonly what: 'original' | 'image' | 'document' | 'text' | 'annotation' | 'brief'
  readonly id: string
  readonly message: string
}

/** The sentence of a Failure; any other error is a bug and goes on. */
export function messageOf(error: unknown): string {
  if (error instanceof Failure && error.kind === 'REFUSED') return error.message
  throw error
}
