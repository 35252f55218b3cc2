import { expect, test } from 'vitest'
import { briefDraft } from '../../../shared/brief/draft.ts'
import { parseBrief } from '../../../shared/brief/parse.ts'
import { openSheet, sheetOf } from '../editor/draft-editor.ts'
import { placedHits } from './draft-hits.ts'
import { replaceHits } from './replacing.ts'
import { Seeker } from './seeking.ts'

const DRAFT = `---
lang: en
---

The port and the *po*rt’s pier: :quote[the port is shut]{#an-1} in port

Port
`
const passageOf = (id: string) => ({ anchorId: `anc-${id}`, exact: 'the port is shut' })

const noWorker = (): Worker => {
  throw new Error('Not here.')
}

/** Finds words in the draft above and replaces what can be. */
async function replaced(words: string, put: string, caseful = false) {
  const state = parseBrief(DRAFT, { name: 'x', passageOf })
  const editor = openSheet(state.root)
  const { root, nodes } = sheetOf(editor)
  const sheet = { state: { ...state, root }, nodes }
  const found = await new Seeker(noWorker).seek(
    briefDraft(sheet.state).text,
    { words, pattern: false, caseful },
    put,
  )
  const hits = placedHits(sheet, found.kind === 'found' ? found.hits : [])
  const count = replaceHits(editor, hits)
  const text = briefDraft({ ...state, root: sheetOf(editor).root }).text
  editor.dispose()
  return { where: hits.map((hit) => hit.where), count, text }
}

test('all typed places are replaced, over changes of style too, and none inside a quote', async () => {
  expect(await replaced('port', 'harbour')).toEqual({
    where: ['typed', 'typed', 'quote', 'typed', 'typed'],
    count: 4,
    text: 'The harbour and the harbour’s pier: “the port is shut” in harbour\nharbour',
  })
})

test('capitals as written', async () => {
  expect((await replaced('Port', 'Harbour', true)).text).toContain('shut” in port\nHarbour')
})

test('what begins outside of a quote, at its marks or in the paragraph before is left', async () => {
  expect(await replaced(': “the', 'x')).toMatchObject({ where: ['quote'], count: 0 })
  expect(await replaced('“the port is shut”', 'x')).toMatchObject({ where: ['quote'], count: 0 })
  expect(await replaced('in port port', 'x')).toMatchObject({ where: ['across'], count: 0 })
})

test('marks and accents are found as a reader sees them', async () => {
  expect((await replaced("port's PIÉR", 'x')).where).toEqual(['typed'])
})

test('taking words away leaves what stands around them', async () => {
  expect((await replaced(' in port', '')).text).toBe('The port and the port’s pier: “the port is shut”\nPort')
})
