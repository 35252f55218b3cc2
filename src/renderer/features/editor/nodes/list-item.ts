import { ListItemNode } from '@lexical/list'
import type { LexicalNode } from 'lexical'

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
}
