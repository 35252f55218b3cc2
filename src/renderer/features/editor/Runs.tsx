import type { ReactNode } from 'react'
import type { RenderedCitations } from '../../../shared/contract/citations.ts'

type Run = RenderedCitations['citations'][number]['runs'][number]

/** What the citation processor set, as elements of ours; addresses are words here. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  // oxlint-disable-next-line react/no-array-index-key -- runs have no name but their place
  return runs.map((run, index) => <span key={index}>{dressed(run)}</span>)
}

const TAGS = {
  italic: 'em',
  bold: 'strong',
  superscript: 'sup',
  subscript: 'sub',
  underline: 'u',
  'small-caps': 'span',
} as const

const dressed = ({ text, styles }: Run): ReactNode =>
  styles.reduce<ReactNode>((inside, style) => {
    const Tag = TAGS[style]
    return <Tag {...(style === 'small-caps' ? { className: 'small-caps' } : {})}>{inside}</Tag>
  }, text)
