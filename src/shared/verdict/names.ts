import type { Speaker } from './witness.ts'

const TITLES = new Set(
  'mr mrs ms dr sir dame lord lady president minister prime foreign secretary spokesperson spokesman spokeswoman chair the of'.split(
    ' ',
  ),
)

/** Whether a name in a draft can be this speaker: by name or alias, whole or by its telling part. */
export function namesSpeaker(name: string, speaker: Speaker): boolean {
  return [speaker.name, ...speaker.aliases].some((known) => sameName(name, known))
}

function sameName(one: string, two: string): boolean {
  const mine = partsOf(one)
  const theirs = partsOf(two)
  if (mine.length === 0 || theirs.length === 0) return plain(one).join(' ') === plain(two).join(' ')
  return mine.every((part) => theirs.includes(part)) || theirs.every((part) => mine.includes(part))
}

function partsOf(name: string): readonly string[] {
  return plain(name).filter((part) => !TITLES.has(part))
}

function plain(name: string): readonly string[] {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.replace(/['’´]s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}
