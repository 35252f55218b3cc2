// When a fact that was found about a page is the one expected.

export const FACTS = ['title', 'byline', 'siteName', 'publishedTime', 'lang']

const DAY_AND_A_HALF = 36 * 3600 * 1000

const bare = (value) =>
  String(value ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*by\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

export function agrees(fact, expected, found) {
  if (fact === 'publishedTime') return Math.abs(new Date(expected) - new Date(found || 0)) <= DAY_AND_A_HALF
  if (fact === 'lang') return bare(expected).slice(0, 2) === bare(found).slice(0, 2)
  return bare(expected) === bare(found)
}
