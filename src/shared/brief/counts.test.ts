import { expect, it } from 'vitest'
import { briefCounts } from './counts.ts'
import { parseBrief } from './parse.ts'

const passageOf = () => ({ anchorId: 'anc', exact: 'four words of passage' })

it('counts words, linked quotes and citations, footnotes with them', () => {
  const brief = parseBrief(
    '# Two words\n\nA non-binding :quote[]{#an_1} [@a; @b].[^1]\n\n:::quote{#an_2}\n“four words of passage”\n:::\n\n[^1]: See [@c] 2.5.',
    { name: 'x', passageOf },
  )
  expect(briefCounts(brief)).toEqual({ words: 14, quotes: 2, citations: 2 })
})
