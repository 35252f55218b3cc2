import type { PhrasingContent } from 'mdast'
import type { Run, RunStyle } from '../../shared/citations/run.ts'
import type { CitedPlace } from './cited-brief.ts'
import { nestFormats } from './formats.ts'
import { BOLD, ITALIC } from '../../shared/brief/nodes.ts'
import { plainTextOf } from './printed-brief.ts'

/** What the citation style made of some sources, tagged as Verbatim's own words. */
export function citedWords(runs: readonly Run[], citekeys: readonly string[]): PhrasingContent[] {
  if (runs.length === 0) return []
  return [{ type: 'citedWords', citekeys: [...citekeys], children: printedRuns(runs) }]
}

/** What stands for a citation: its words, or its keys where a reader sets them itself. */
export function placeWords(place: CitedPlace | null): PhrasingContent[] {
  if (place === null) return []
  if (place.keys !== undefined) return [{ type: 'citedKeys', items: place.keys }]
  return citedWords(place.runs, place.citekeys)
}

/** A citation that is raised stands at its word, without a space. */
export const isRaised = (runs: readonly Run[]): boolean => runs[0]?.styles.includes('superscript') === true

const DRESSES = ['superscript', 'subscript', 'small-caps', 'underline'] as const satisfies readonly RunStyle[]

function printedRuns(runs: readonly Run[]): PhrasingContent[] {
  return nestFormats(
    runs.flatMap((run) =>
      run.text.split('\n').flatMap((line, index) => {
        const format = (run.styles.includes('bold') ? BOLD : 0) | (run.styles.includes('italic') ? ITALIC : 0)
        return [
          ...(index === 0 ? [] : [{ format: 0, node: { type: 'break' } as const }]),
          ...partsOf(line).map((part) => ({ format, node: dressed({ ...run, text: part }) })),
        ]
      }),
    ),
  )
}

function dressed({ text, styles, url }: Run): PhrasingContent {
  const words: PhrasingContent = OTHER_LETTERS.test(text)
    ? { type: 'quotedWords', language: null, children: [{ type: 'text', value: text }] }
    : { type: 'text', value: text }
  const linked: PhrasingContent = url === null ? words : { type: 'link', url, children: [words] }
  return DRESSES.filter((dress) => styles.includes(dress)).reduce<PhrasingContent>(
    (inside, dress) => ({ type: 'dressedWords', dress, children: [inside] }),
    linked,
  )
}

/** The signs that a style puts around words of other letters belong to the line: to what stands before and after them. */
function partsOf(line: string): readonly string[] {
  const parts = OTHER_LETTERS.test(line) ? /^([\s,.;:]*)(.*?)([\s,.;:]*)$/su.exec(line)?.slice(1) : null
  return (parts ?? [line]).filter((part) => part !== '')
}

/** Letters that are set in a voice of their own, whatever the brief's. */
const OTHER_LETTERS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Armenian}\p{Script=Georgian}]/u

/** Whether a reader of the file could take some of these words for a quotation. */
export const holdsMarks = (nodes: readonly PhrasingContent[]): boolean =>
  /["'`´“”‘’«»‹›„‚「」『』]/u.test(plainTextOf(nodes))
