import type { LexicalNode } from 'lexical'
import type { Block, Inline } from '../../../shared/brief/nodes.ts'
import type { BriefState } from '../../../shared/brief/state.ts'

/** A brief as it stands in the window, and by which of the editor's nodes each part is shown. */
export interface Sheet {
  readonly state: BriefState
  readonly nodes: ReadonlyMap<Block | Inline, LexicalNode>
}
