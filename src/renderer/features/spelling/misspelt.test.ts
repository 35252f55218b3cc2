import { expect, test } from 'vitest'
import { parseBrief } from '../../../shared/brief/parse.ts'
import { openSheet, sheetOf } from '../editor/draft-editor.ts'
import { typedWords } from './misspelt.ts'

test('words are taken from what is typed, over changes of style, and not from quotes or code', () => {
  const draft = 'The *har*bour: :quote[recieved wrods]{#an-1} `cnst x`\n\n```\ncnst y\n```\n'
  const state = parseBrief(draft, {
    name: 'x',
    passageOf: () => ({ anchorId: 'anc-1', exact: 'recieved wrods' }),
  })
  const editor = openSheet(state.root)
  const { root, nodes } = sheetOf(editor)
  const words = typedWords({ state: { ...state, root }, nodes })
  expect(words.map(({ word }) => word)).toEqual(['The', 'harbour'])
  expect(words[1]?.pieces).toHaveLength(2)
  editor.dispose()
})
