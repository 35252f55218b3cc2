import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefText } from './draft.ts'
import { parseBrief } from './parse.ts'
import { salvage } from './salvage.ts'
import { upgrade } from './state.ts'

const DRAFT = `---
title: Reactions
lang: en
---

# What was said

He said :quote[would not improve]{#an-1} in *May* [@marrow2024port, p. 3].

:::quote{#an-1}
would not […] improve
:::

- one
- "two"

| a | b |
|---|---|
| c | d |
`
const passageOf = (id: string) => ({ anchorId: `anc-${id}`, exact: 'would not quickly improve' })
const state = parseBrief(DRAFT, { name: 'x', passageOf })
const content = JSON.stringify(state)
const beside = { title: 'Reactions', language: 'en' }

test('a brief that is whole is what it is', () => {
  expect(salvage(content, beside).root).toEqual(state.root)
})

test('blocks that are whole stay linked beside one that is not', () => {
  const broken = content.replace('"type":"heading"', '"type":"banner"')
  const { root } = salvage(broken, beside)
  expect(root.children.slice(1)).toEqual(state.root.children.slice(1))
  expect(briefText(salvage(broken, beside))).toBe(briefText(state))
})

test('a brief cut off in the middle of a word gives all words before', () => {
  const cut = content.slice(0, content.indexOf('"two') + 4)
  const text = briefText(salvage(cut, beside))
  expect(text).toContain('What was said\nHe said “would not improve” in May [@marrow2024port, p. 3].\n')
  expect(text).toContain('“would not […] improve”\none')
})

test('a brief of a newer form gives its words', () => {
  const newer = JSON.stringify({
    format: 9,
    root: {
      kids: [
        { type: 'verse', text: 'Line one' },
        { type: 'verse', lines: [{ text: 'and “two”' }] },
      ],
    },
  })
  expect(briefText(salvage(newer, beside))).toBe('Line one\nand “two”')
})

test('whatever is left of a brief gives a brief that is sound', () => {
  fc.assert(
    fc.property(fc.nat(content.length), fc.nat(40), fc.string({ maxLength: 4 }), (at, gone, put) => {
      const damaged = content.slice(0, at) + put + content.slice(at + gone)
      const saved = salvage(damaged, beside)
      expect(upgrade(JSON.parse(JSON.stringify(saved)))).toEqual(saved)
    }),
    { numRuns: 300 },
  )
})

test('an endless file of quotation marks is read in a moment', () => {
  const began = performance.now()
  salvage('"\\'.repeat(200_000), beside)
  salvage('"text":'.repeat(200_000), beside)
  salvage('"text":"'.repeat(200_000), beside)
  expect(performance.now() - began).toBeLessThan(2000)
})
