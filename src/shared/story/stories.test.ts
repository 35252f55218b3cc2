import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryLink, StorySaid } from './stories.ts'
import { storiesOf } from './stories.ts'

const link = (pair: string, likeness = 0.9): StoryLink => ({
  source: pair[0] ?? '',
  other: pair[1] ?? '',
  likeness,
})
const said = (pair: string, same: boolean): StorySaid => ({
  source: pair[0] ?? '',
  other: pair[1] ?? '',
  same,
})
const groups = (links: readonly StoryLink[], told: readonly StorySaid[] = []): string[] => {
  const found = new Map<string, string>()
  for (const [source, story] of storiesOf(links, told)) found.set(story, (found.get(story) ?? '') + source)
  return [...found.values()].map((each) => [...each].toSorted().join('')).toSorted()
}

describe('stories', () => {
  it('are the sources that links join', () => {
    expect(groups([link('ab'), link('bc'), link('de')])).toEqual(['abc', 'de'])
    expect(storiesOf([link('cb'), link('ba')], []).get('c')).toBe('a')
  })

  it('leave out who was parted by hand, and its mates go with whom they are like', () => {
    expect(groups([link('ab')], [said('ab', false)])).toEqual([])
    expect(groups([link('ab', 0.9), link('bc', 0.8), link('ac', 0.7)], [said('ab', false)])).toEqual(['bc'])
    expect(groups([link('ab', 0.9), link('bc', 0.6), link('ac', 0.7)], [said('ba', false)])).toEqual(['ac'])
  })

  it('take in who was joined by hand', () => {
    expect(groups([link('ab')], [said('cb', true)])).toEqual(['abc'])
    expect(groups([], [said('ab', true), said('bc', true), said('ac', false)])).toEqual(['ab'])
  })
})

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const pair = fc.tuple(name, name).filter(([one, other]) => one !== other)
const links = fc.array(
  fc
    .tuple(pair, fc.constantFrom(0.4, 0.6, 0.8))
    .map(([[source, other], likeness]) => ({ source, other, likeness })),
)
const told = fc.array(
  fc.tuple(pair, fc.boolean()).map(([[source, other], same]) => ({ source, other, same })),
)

it('never hold two that were parted, and do not depend on the order of links', () => {
  fc.assert(
    fc.property(links, told, (some, saids) => {
      const stories = storiesOf(some, saids)
      for (const { source, other, same } of saids)
        if (!same && stories.has(source)) expect(stories.get(source)).not.toBe(stories.get(other))
      const unique = [
        ...new Map(some.map((each) => [[each.source, each.other].toSorted().join(''), each])).values(),
      ]
      expect(storiesOf(unique.toReversed(), saids)).toEqual(storiesOf(unique, saids))
    }),
  )
})
