import { compiled, patternHits, type Pattern, type PatternHit } from '../../../shared/search/find-pattern.ts'

/** What is looked for, and in what. */
export interface Asked {
  readonly text: string
  readonly pattern: Pattern
  readonly template: string
  readonly most: number
}

/** Beside the window: an expression that takes without end is ended with its worker, and the window goes on. */
self.addEventListener('message', ({ data: { text, pattern, template, most } }: MessageEvent<Asked>) => {
  const regex = compiled(pattern)
  const hits: readonly PatternHit[] = regex === null ? [] : patternHits(text, regex, template, most)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page alone
  self.postMessage(hits)
})
