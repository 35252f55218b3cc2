// @vitest-environment happy-dom
import { $createListItemNode, $createListNode } from '@lexical/list'
import {
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  type LexicalEditorWithDispose,
} from 'lexical'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, it, test } from 'vitest'
import { element, makeParagraph, makeText } from '../../../shared/brief/make.ts'
import { openSheet, sheetOf } from './draft-editor.ts'
import { SheetWriter } from './sheet-writer.ts'

const sheet = (...texts: readonly string[]): LexicalEditorWithDispose =>
  openSheet({ ...element, type: 'root', children: texts.map((text) => makeParagraph([makeText(text)])) })

/** Something an author does to the block at a place. */
function edit(editor: LexicalEditorWithDispose, act: string, at: number): void {
  if (act === 'undo' || act === 'redo') {
    editor.dispatchCommand(act === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined)
    return
  }
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(at % Math.max(1, $getRoot().getChildrenSize()))
      if (act === 'add' || block === null)
        $getRoot().append($createParagraphNode().append($createTextNode('new')))
      else if (act === 'remove' && $getRoot().getChildrenSize() > 1) block.remove()
      else if (act === 'move') $getRoot().append(block)
      else if (act === 'list')
        block.replace($createListNode('bullet').append($createListItemNode().append($createTextNode('item'))))
      else if ($isElementNode(block)) {
        const text = block.getFirstDescendant()
        if (text !== null && text.getTextContent() !== '')
          text.replace($createTextNode(`${text.getTextContent()}x`))
      }
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  )
}

it('writes what a writer that begins anew writes, whatever was edited', () => {
  const act = record({
    act: constantFrom('type', 'add', 'remove', 'move', 'list', 'undo', 'redo'),
    at: integer({ min: 0, max: 9 }),
  })
  assert(
    property(array(act, { maxLength: 12 }), (acts) => {
      const editor = sheet('one', 'two', 'three')
      sheetOf(editor)
      for (const each of acts) {
        edit(editor, each.act, each.at)
        expect(sheetOf(editor).root).toEqual(new SheetWriter(editor).sheet().root)
      }
      editor.dispose()
    }),
  )
})

test('a sheet that did not change is the same, and so are the blocks that did not', () => {
  const editor = sheet('one', 'two')
  const before = sheetOf(editor)
  expect(sheetOf(editor)).toBe(before)
  edit(editor, 'type', 1)
  const after = sheetOf(editor)
  expect(after.root.children[0]).toBe(before.root.children[0])
  expect(after.root.children[1]).toMatchObject({ children: [{ text: 'twox' }] })
  editor.dispose()
})

test('what is taken back is taken back on the sheet', async () => {
  const editor = sheet('one')
  const before = sheetOf(editor).root
  edit(editor, 'type', 0)
  expect(sheetOf(editor).root).not.toEqual(before)
  edit(editor, 'undo', 0)
  await new Promise((resolve) => setTimeout(resolve))
  expect(sheetOf(editor).root).toEqual(before)
  editor.dispose()
})
