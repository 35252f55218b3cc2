import { ORPCError } from '@orpc/client'
import { t } from './strings/catalogue.ts'

/** The sentence for whatever a call threw: the contract's own, or one that admits a mistake. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof ORPCError && thrown.message !== '' ? thrown.message : t.common.mistake
}

/** The contract's stable reason, such as `not-in-text`; null for anything else. */
export function reasonOf(thrown: unknown): string | null {
  if (!(thrown instanceof ORPCError)) return null
  const data: unknown = thrown.data
  return typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string'
    ? data.reason
    : null
}

/** What the contract tells beside the reason; undefined for anything else. */
export function detailOf(thrown: unknown): unknown {
  if (!(thrown instanceof ORPCError)) return undefined
  const data: unknown = thrown.data
  return typeof data === 'object' && data !== null && 'detail' in data ? data.detail : undefined
}

/** Whether the core ended before it answered: what was asked of it may have been done or not. */
export const isLost = (thrown: unknown): boolean => thrown instanceof ORPCError && thrown.code === 'LOST'
