import { HorizontalRuleNode } from '@lexical/extension'
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { $create, type LexicalNodeConfig } from 'lexical'
import { CitationNode } from './citation.tsx'
import { CodeBlockNode } from './code-block.ts'
import { FootnoteNode, FootnoteReferenceNode } from './footnote.tsx'
import { ImageNode } from './image.tsx'
import { BriefListItemNode } from './list-item.ts'
import { LinkedQuoteBlockNode, LinkedQuoteNode } from './linked-quote.tsx'
import { SetAsideNode } from './set-aside.ts'

/** A class for every type of node that a brief has; paragraphs, texts and line breaks are Lexical's own. */
export const BRIEF_NODES: readonly LexicalNodeConfig[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  BriefListItemNode,
  { replace: ListItemNode, with: () => $create(BriefListItemNode), withKlass: BriefListItemNode },
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  HorizontalRuleNode,
  CodeBlockNode,
  LinkedQuoteNode,
  LinkedQuoteBlockNode,
  CitationNode,
  SetAsideNode,
  FootnoteNode,
  FootnoteReferenceNode,
  ImageNode,
]
