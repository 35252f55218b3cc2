import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  $getClipboardDataFromSelection,
  $insertGeneratedNodes,
} from '@lexical/clipboard'
import { $getRoot, $getSelection } from 'lexical'
import { element, makeParagraph } from '../../../shared/brief/make.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import { openSheet, sheetOf } from '../editor/draft-editor.ts'
import type { BriefSession } from '../editor/session.ts'

const LEXICAL = 'application/x-lexical-editor'

type Serialized = ReturnType<typeof $generateJSONFromSelectedNodes>

/**
 * What is selected in a brief as a brief of its own, without a title: as it would be on an empty sheet that it is
 * pasted on, with the footnotes that it refers to. Null where nothing is selected.
 */
export function selectedState(session: BriefSession): BriefState | null {
  const data = session.editor.read(() => {
    const selection = $getSelection()
    return selection === null || selection.isCollapsed() ? null : $getClipboardDataFromSelection()[LEXICAL]
  })
  if (data === null || data === undefined) return null
  const { nodes } = JSON.parse(data) as Serialized
  const sheet = openSheet({ ...element, type: 'root', children: [makeParagraph([])] })
  try {
    sheet.update(
      () => $insertGeneratedNodes(sheet, $generateNodesFromSerializedNodes(nodes), $getRoot().selectEnd()),
      { discrete: true },
    )
    return { ...session.sheet().state, title: '', root: sheetOf(sheet).root }
  } finally {
    sheet.dispose()
  }
}
