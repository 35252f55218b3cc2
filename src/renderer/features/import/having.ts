import type { PartOfOriginal } from '../../../shared/contract/sources.ts'

const folded = (words: string): string => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The pages in whose title or address all of the words stand, in whatever order, case and with or without accents. */
export function having(parts: readonly PartOfOriginal[], typed: string): readonly PartOfOriginal[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return parts
  return parts.filter(({ title, name }) => {
    const where = folded(`${title ?? ''} ${name}`)
    return words.every((word) => where.includes(word))
  })
}
