import { after, before, isCjk, isLetter, isSpace } from './glyphs.ts'

const DECADE = /^\d\ds(?![\p{L}\p{N}])/u
const ELIDED =
  /^(?:\d\d|tis|twas|twere|twill|em|til|till|bout|cause|cos|round|nuff|kay|cept|course|gainst|neath|ere)(?![\p{L}\p{N}])/iu

/** Between letters (don’t, 1980’s); beside Han or Kana, which know no apostrophe, it is a mark. */
export function isInsideWord(text: string, at: number): boolean {
  const left = before(text, at)
  const right = after(text, at + 1)
  return isLetter(left) && isLetter(right) && !isCjk(left) && !isCjk(right)
}

/** One of the two in rock ’n’ roll. */
function isAboutN(text: string, at: number): boolean {
  const n = /^[‘’'][nN][‘’']$/u
  const stands = (from: number) =>
    n.test(text.slice(from, from + 3)) && !isLetter(before(text, from)) && !isLetter(after(text, from + 3))
  return stands(at) || stands(at - 2)
}

/** Never a mark: don’t, ’90s, rock ’n’ roll. */
export const isApostrophe = (text: string, at: number): boolean =>
  isInsideWord(text, at) ||
  isAboutN(text, at) ||
  (isSpace(before(text, at)) && DECADE.test(text.slice(at + 1, at + 6)))

/** Likely an apostrophe before a shortened word (’tis, ’em, ’24), so it opens only with a clear partner. */
export const isElision = (text: string, at: number): boolean => ELIDED.test(text.slice(at + 1, at + 12))
