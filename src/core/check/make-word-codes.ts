import { Failure } from '../../shared/contract/failures.ts'
import { takeUpWordCodes, wordCodesPending } from '../db/text-words.ts'
import type { Library } from '../library/library.ts'

/** Texts that one transaction makes codes of, some 20 ms: others may write, and be answered, between two. */
const AT_ONCE = 20

/**
 * Makes what a library of an older Verbatim lacks to be looked through quickly. Where it cannot be written, checking
 * only takes longer.
 */
export async function makeWordCodes(library: Library): Promise<void> {
  if (!wordCodesPending(library.reader)) return
  try {
    while (library.writeQuietly((writer) => takeUpWordCodes(writer, AT_ONCE))) await new Promise(setImmediate)
  } catch (thrown) {
    if (!(thrown instanceof Failure && thrown.kind === 'LIBRARY')) throw thrown
  }
}
