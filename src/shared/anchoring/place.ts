import type { Errors, Pattern } from './alignment.ts'
import type { Occurrence } from './occurrences.ts'
import { CONTEXT, type Range } from './passage.ts'

/**
 * A place counts by how much of passage and context together stands there. What is laid on the wrong words of the same
 * language is alike in nearly half its letters, so that alone says nothing.
 */
const BY_CHANCE = 0.45

/** A place where a passage may stand: folded offsets. */
export interface Place extends Range, Worth {
  /** Where the words are the same. */
  readonly occurrence: Occurrence | null
}

interface Worth {
  /** How much of passage and context stands here, from 0 to 1. */
  readonly likeness: number
  /** Whether so much of the passage itself is left that it is not its context alone that stands here. */
  readonly left: boolean
}

/** What a place is worth where so many units of a pattern are wrong. Context that was not stored counts as chance. */
export function worth({ units, core }: Pattern, errors: Errors): Worth {
  const length = core.end - core.start
  const before = core.start - errors.before
  const after = units.length - core.end - errors.after
  const missing = Math.max(0, 2 * CONTEXT - core.start - (units.length - core.end))
  const words = Math.max(0, length - errors.core)
  const kept = words + Math.max(0, before) + Math.max(0, after) + missing * BY_CHANCE
  const bothSides = before > core.start * CONTEXT_THERE && after > (units.length - core.end) * CONTEXT_THERE
  return {
    likeness: kept / (units.length + missing),
    left: words >= length * (bothSides ? LEFT_IN_CONTEXT : leastLeft(length)),
  }
}

/** Enough of a passage where the context on both sides is there. */
const LEFT_IN_CONTEXT = 0.5
const CONTEXT_THERE = 0.7
/** Enough elsewhere: over a long passage chance evens out, so that less is sure. */
const LEFT_OF_SHORT = 0.7
const LEFT_OF_LONG = 0.63
const LONG = 300

const leastLeft = (length: number): number =>
  LEFT_OF_SHORT - (LEFT_OF_SHORT - LEFT_OF_LONG) * Math.min(1, length / LONG)
