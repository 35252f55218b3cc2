import { HorizontalRuleExtension } from '@lexical/extension'
import { CheckListExtension } from '@lexical/list'
import { TableExtension } from '@lexical/table'
import { $createQuoteNode } from '@lexical/rich-text'
import { configExtension, defineExtension, mergeRegister } from 'lexical'
import { registerCode } from './code.ts'
import { registerFootnotes } from './footnotes.ts'
import { registerImages } from './images.ts'
import { registerBlockKeys } from './keys.ts'
import { registerMoves } from './move.ts'
import { registerRoles } from './roles.ts'
import { registerSheetRules } from './sheet-rules.ts'
import { registerShortcuts } from './shortcuts.ts'
import { registerTables } from './tables.ts'

/** What an author does with the blocks of a brief. */
export const BlocksExtension = defineExtension({
  name: '@verbatim/blocks',
  dependencies: [
    CheckListExtension,
    HorizontalRuleExtension,
    configExtension(TableExtension, {
      hasCellBackgroundColor: false,
      hasCellMerge: false,
      hasHorizontalScroll: false,
    }),
  ],
  // Lexical's own would run the paragraphs of a pasted quotation together, words and all.
  html: {
    import: {
      blockquote: () => ({
        conversion: () => ({ node: $createQuoteNode({ shadowRoot: true }) }),
        priority: 1,
      }),
    },
  },
  register: (editor) =>
    mergeRegister(
      registerSheetRules(editor),
      registerRoles(editor),
      registerBlockKeys(editor),
      registerCode(editor),
      registerTables(editor),
      registerFootnotes(editor),
      registerImages(editor),
      registerMoves(editor),
      registerShortcuts(editor),
    ),
})
