import type { BlockContent, PhrasingContent } from 'mdast'
import { bibliographyHeading } from '../../shared/citations/headings.ts'
import type { CitedEntry } from './cited-brief.ts'
import { citedWords } from './printed-runs.ts'

/** The bibliography under its heading; with `links` each entry leads to the note of its source. */
export function bibliographyOf(
  entries: readonly CitedEntry[],
  language: string | null,
  links: boolean,
): BlockContent[] {
  if (entries.length === 0) return []
  const heading = { type: 'text', value: bibliographyHeading(language) } as const
  return [
    { type: 'heading', depth: 2, children: [heading] },
    ...entries.map(({ citekey, margin, runs }): BlockContent => {
      const space = margin.length === 0 ? [] : [{ text: ' ', styles: [], url: null }]
      const words = citedWords([...margin, ...space, ...runs], [citekey])
      const children = [...words, ...linksTo([citekey], null, links)]
      return { type: 'paragraph', data: { entry: citekey }, children }
    }),
  ]
}

/** The ways to the notes of sources, after the words that name them; none where the reader has no such notes. */
export const linksTo = (
  citekeys: readonly string[],
  annotation: string | null,
  links: boolean,
): PhrasingContent[] =>
  links
    ? citekeys.flatMap((citekey): PhrasingContent[] => [
        { type: 'text', value: ' ' },
        { type: 'sourceLink', citekey, annotation },
      ])
    : []
