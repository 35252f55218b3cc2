import { HorizontalRuleExtension } from '@lexical/extension'
import { CheckListExtension } from '@lexical/list'
import { TableExtension } from '@lexical/table'
import { configExtension, defineExtension, mergeRegister } from 'lexical'
import { registerCode } from './code.ts'
import { registerFootnotes } from './footnotes.ts'
import { registerImages } from './images.ts'
import { registerBlockKeys } from './keys.ts'
import { registerMoves } from './move.ts'
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
  register: (editor) =>
    mergeRegister(
      registerSheetRules(editor),
      registerBlockKeys(editor),
      registerCode(editor),
      registerTables(editor),
      registerFootnotes(editor),
      registerImages(editor),
      registerMoves(editor),
      registerShortcuts(editor),
    ),
})
