import { refused } from '../contract/failures.ts'
import type { LinkedQuote } from './nodes.ts'
import type { Passage, QuoteDirective } from './link-quote.ts'
import { linkQuote } from './link-quote.ts'

/** Looks up the passage of an annotation, in a version of its source or (null) where it is anchored now. */
export type PassageOf = (annotation: string, version: number | null) => Passage | null

/** Links quotes, and remembers the annotations that are unknown: one of them refuses the whole brief. */
export class Passages {
  private readonly unknown = new Set<string>()
  private readonly passageOf: PassageOf

  constructor(passageOf: PassageOf) {
    this.passageOf = passageOf
  }

  link(directive: QuoteDirective): LinkedQuote {
    const { annotation, version } = directive
    const passage = this.passageOf(annotation, version)
    if (passage === null)
      this.unknown.add(version === null ? annotation : `${annotation} (version ${version})`)
    return linkQuote(directive, passage ?? { anchorId: annotation, exact: '' })
  }

  /** Throws `REFUSED` with reason `unknown-annotation`, naming all of them. */
  demandAll(): void {
    if (this.unknown.size === 0) return
    const annotations = [...this.unknown]
    const named = annotations.map((id) => `“${id}”`).join(', ')
    throw refused(
      'unknown-annotation',
      `The brief quotes ${annotations.length === 1 ? 'an annotation' : 'annotations'} that this library does not have: ${named}. Nothing was stored. Correct the ids and import again.`,
      { annotations },
    )
  }
}
