import { useEffect, useMemo, useState } from 'react'
import { alterQuote, type QuoteChange } from '../../../shared/brief/alter-quote.ts'
import { element, makeParagraph } from '../../../shared/brief/make.ts'
import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import type { Passage } from '../../../shared/contract/passages.ts'
import type { CheckedQuotation } from '../../../shared/contract/check.ts'
import { useCore } from '../../app/surroundings.tsx'
import { fewerWords, moreWords, type Altering } from './words-at-ends.ts'

/** What is being done to a quote's words; nothing of it is in the brief yet. */
export interface AlteringActs {
  readonly altering: Altering
  /** How the check judges the words as they stand now; null until it is known. */
  readonly row: CheckedQuotation | null
  readonly can: (change: QuoteChange) => boolean
  readonly change: (change: QuoteChange) => void
  readonly canEnds: (step: 'fewer' | 'more', end: 'start' | 'end') => boolean
  readonly ends: (step: 'fewer' | 'more', end: 'start' | 'end') => void
  readonly canTakeBack: boolean
  /** Takes back the last step. */
  readonly takeBack: () => void
}

/** Alters a quote of a passage step by step; `state` is the brief that it stands in. */
export function useAltering(quote: LinkedQuote, passage: Passage, state: BriefState): AlteringActs {
  const [steps, setSteps] = useState<readonly Altering[]>(() => [
    { quote, exact: passage.exact, before: 0, after: 0 },
  ])
  const altering = steps.at(-1) ?? { quote, exact: passage.exact, before: 0, after: 0 }
  const row = useVerdict(altering, state)
  const after = (change: QuoteChange): LinkedQuote | null =>
    alterQuote(altering.quote, altering.exact, change)
  const atEnds = (step: 'fewer' | 'more', end: 'start' | 'end'): Altering | null => {
    if (step === 'fewer') return fewerWords(altering, end)
    const isWhole = passage.end - passage.start === passage.exact.length
    const around = isWhole && passage.version === passage.versions ? passage : { before: '', after: '' }
    return moreWords(altering, end, around)
  }
  const go = (next: Altering | null): void => {
    if (next !== null) setSteps([...steps, next])
  }
  return {
    altering,
    row,
    can: (change) => after(change) !== null,
    change: (change) => {
      const next = after(change)
      go(next === null ? null : { ...altering, quote: next })
    },
    canEnds: (step, end) => atEnds(step, end) !== null,
    ends: (step, end) => go(atEnds(step, end)),
    canTakeBack: steps.length > 1,
    takeBack: () => setSteps(steps.length > 1 ? steps.slice(0, -1) : steps),
  }
}

/**
 * The verdict on a quote that is not in the brief yet, by the same check as the brief's. While its passage is wider than
 * its highlight, nothing in the library holds it: null.
 */
function useVerdict({ quote, before, after }: Altering, state: BriefState): CheckedQuotation | null {
  const core = useCore()
  const [found, setFound] = useState<{ readonly of: LinkedQuote; readonly row: CheckedQuotation } | null>(
    null,
  )
  const alone = useMemo(
    (): BriefState => ({
      ...state,
      root: { ...element, type: 'root', children: [makeParagraph([{ type: 'linked-quote', ...quote }])] },
    }),
    [state, quote],
  )
  const isWider = before > 0 || after > 0
  useEffect(() => {
    if (isWider) return
    let gone = false
    const judge = async (): Promise<void> => {
      // The brief's own check tells of a core that does not answer.
      const [row] = await core.briefs.check({ state: alone }).catch(() => [])
      if (!gone && row !== undefined) setFound({ of: quote, row })
    }
    void judge()
    return () => {
      gone = true
    }
  }, [core, alone, quote, isWider])
  return found?.of === quote ? found.row : null
}
