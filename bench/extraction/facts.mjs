// When a fact that was found about a page is the one expected.

export const FACTS = ['title', 'byline', 'siteName', 'publishedTime', 'lang']

const DAY_AND_A_HALF = 36 * 3600 * 1000

const bare = (value) =>
  String(value ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*by\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The same words, letter for letter. */
export function agrees(fact, expected, found) {
  if (fact === 'publishedTime') return Math.abs(new Date(expected) - new Date(found || 0)) <= DAY_AND_A_HALF
  if (fact === 'lang') return bare(expected).slice(0, 2) === bare(found).slice(0, 2)
  return bare(expected) === bare(found)
}

const wordsOf = (value) =>
  String(value ?? '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * The same but for what Verbatim leaves out on purpose: after the title the site's name, the section's or the author's;
 * in a byline "By", dates, roles, outlets and addresses.
 */
export function agreesInSubstance(fact, expected, found) {
  if (agrees(fact, expected, found)) return true
  if (fact === 'title') {
    const start = String(found ?? '').trim()
    return start !== '' && expected.startsWith(start) && /^\s*[|–—_[»·-]/u.test(expected.slice(start.length))
  }
  if (fact !== 'byline') return false
  const names = wordsOf(found)
  const all = new Set(wordsOf(expected))
  const rest = [...all].filter((word) => !names.includes(word)).join(' ')
  return names.length > 1 && names.every((name) => all.has(name)) && !/\band\b|\bund\b|\bet\b/.test(rest)
}
