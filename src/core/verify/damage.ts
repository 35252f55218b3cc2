import { Failure } from '../../shared/contract/failures.ts'

/** Something stored that is not what it was: what kind of thing, which one, one plain sentence. */
export interface Damage {
  readonly what: 'original' | 'image' | 'document' | 'text' | 'annotation' | 'brief' | 'library'
  readonly id: string
  readonly message: string
}

/** The sentence of a Failure; any other error is a bug and goes on. */
export function messageOf(error: unknown): string {
  if (error instanceof Failure && error.kind === 'REFUSED') return error.message
  throw error
}

/** What cannot be looked at because a text beneath it is damaged; that text has been told of already. */
export const isOnDamagedText = (error: unknown): boolean =>
  error instanceof Failure && (error.reason === 'damaged-text' || error.reason === 'damaged-document')
