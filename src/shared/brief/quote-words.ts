import type { LinkedQuote } from './nodes.ts'

/** The words of a linked quote on screen: the author's translation, else what was written, else the passage. */
export const quoteWords = ({ translation, asWritten, shown }: LinkedQuote): string =>
  translation ?? asWritten ?? shown
