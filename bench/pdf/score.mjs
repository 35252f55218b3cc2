/** Words as they are compared: hyphens belong to them, soft hyphens do not. */
export const wordsOf = (text) =>
  text
    .replaceAll(/[\u00ad\u200b]/gu, '')
    .normalize('NFKC')
    .replaceAll(/[‐‑]/gu, '-')
    .match(/[\p{L}\p{M}\p{N}]+(?:[-’'.][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** The length of the longest common subsequence, by Hunt and Szymanski. */
export function commonInOrder(one, other) {
  const places = new Map()
  other.forEach((word, index) => places.set(word, [...(places.get(word) ?? []), index]))
  const ends = []
  for (const word of one) {
    for (const place of (places.get(word) ?? []).toReversed()) {
      let low = 0
      let high = ends.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (ends[middle] < place) low = middle + 1
        else high = middle
      }
      ends[low] = place
    }
  }
  return ends.length
}

const plain = (text) =>
  text
    .replaceAll(/[\u00ad\u200b]/gu, '')
    .normalize('NFKC')
    .replaceAll(/[‐‑]/gu, '-')
    .replaceAll(/\s+/gu, ' ')

/** F1 of the words in order, and the share of sentences that stand whole in the text. */
export function score(text, truth) {
  const found = wordsOf(text)
  const wanted = wordsOf(truth.text)
  const common = commonInOrder(wanted, found)
  const whole = plain(text)
  const sentences = truth.sentences.filter((sentence) => whole.includes(plain(sentence))).length
  return { f1: (2 * common) / (found.length + wanted.length), sentences: sentences / truth.sentences.length }
}
