import { splitsCharacter } from './passage.ts'

/** Where a word's border is sought at most so many UTF-16 units further in: scripts without spaces have none. */
const REACH = 40

/**
 * What stands on each side of `start` to `end`, at most `most` UTF-16 units of it: cut between words where a space is
 * near, else between characters.
 */
export function around(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  most: number,
): { readonly before: string; readonly after: string } {
  return {
    before: text.slice(cutAfter(text, Math.max(0, start - most), start), start),
    after: text.slice(end, cutBefore(text, Math.min(text.length, end + most), end)),
  }
}

const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at))

/** The first word's beginning from an offset on, `limit` at most. */
function cutAfter(text: string, from: number, limit: number): number {
  if (from === 0 || isSpace(text, from - 1)) return from
  for (let at = from; at < Math.min(limit, from + REACH); at += 1) if (isSpace(text, at)) return at + 1
  return splitsCharacter(text, from) ? from + 1 : from
}

/** The last word's end before an offset, `limit` at least. */
function cutBefore(text: string, to: number, limit: number): number {
  if (to === text.length || isSpace(text, to)) return to
  for (let at = to; at > Math.max(limit, to - REACH); at -= 1) if (isSpace(text, at - 1)) return at - 1
  return splitsCharacter(text, to) ? to - 1 : to
}
