import { $isListItemNode, $isListNode, ListItemNode } from '@lexical/list'
import type { LexicalNode, RangeSelection } from 'lexical'

/**
 * An item that may hold paragraphs of its own. Lexical's takes their words out of them, so that an item of two
 * paragraphs would come back as one.
 */
export class BriefListItemNode extends ListItemNode {
  override $config() {
    return this.config('brief-list-item', { extends: ListItemNode })
  }

  override canMergeWith(node: LexicalNode): boolean {
    return node instanceof ListItemNode
  }

  /** Lexical takes the ticks off the items of a numbered list; the author's stay until `withoutBox`. */
  override setChecked(checked?: boolean): this {
    const { __checked: before } = this.getLatest()
    return checked === undefined && before !== undefined ? this : super.setChecked(checked)
  }

  withoutBox(): this {
    return super.setChecked(undefined)
  }

  /** The next task has a box of its own, whatever this one's is. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true) {
    const next = super.insertNewAfter(selection, restoreSelection)
    const list = this.getParent()
    if ($isListItemNode(next) && $isListNode(list) && list.getListType() === 'check') next.setChecked(false)
    return next
  }
}
