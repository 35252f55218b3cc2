import { briefDraft } from '../../../shared/brief/draft.ts'
import { CODE, type BriefNode, type TextNode } from '../../../shared/brief/nodes.ts'
import { spelledWords, type SpelledWord } from '../../../shared/spelling/spelled-words.ts'
import type { Sheet } from '../editor/sheet.ts'
import { placedHits, type DraftHit } from '../find/draft-hits.ts'

/** A word of the draft that no dictionary knows. */
export interface Misspelt extends DraftHit {
  readonly word: string
}

/** The words of a brief that its author typed: those of linked quotes are their sources’, and code is no language. */
export function typedWords(sheet: Sheet): readonly (SpelledWord & DraftHit)[] {
  const words = spelledWords(briefDraft(sheet.state).text)
  const code = codeIn(sheet.state.root)
  const keys = new Set([...code].map((node) => sheet.nodes.get(node)?.getKey()))
  const placed = placedHits(
    sheet,
    words.map(({ start, end }) => ({ start, end, put: '' })),
  )
  return words.flatMap((word, index) => {
    const hit = placed[index]
    if (hit?.where !== 'typed' || hit.pieces.some(({ key }) => keys.has(key))) return []
    return [{ ...hit, ...word }]
  })
}

function codeIn(root: BriefNode): ReadonlySet<TextNode> {
  const found = new Set<TextNode>()
  const visit = (node: BriefNode, inCode: boolean): void => {
    if (node.type === 'text' && (inCode || (node.format & CODE) !== 0)) found.add(node)
    if ('children' in node) for (const child of node.children) visit(child, inCode || node.type === 'code')
  }
  visit(root, false)
  return found
}
