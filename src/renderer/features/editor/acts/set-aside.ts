import { $getNodeByKey, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import type { QuotationPlace } from '../places.ts'
import { $asideOf, $letGo, $setAsideEverywhere, $setSetAsideEverywhere } from '../set-aside-words.ts'

const STEP = { tag: HISTORY_PUSH_TAG, discrete: true } as const

/** These words are no quotation wherever the brief has them, now and later: one step of undo. */
export const setAsideEverywhere = (editor: LexicalEditor, words: string): void =>
  editor.update(() => {
    const before = $setAsideEverywhere()
    if (!before.includes(words)) $setSetAsideEverywhere([...before, words])
  }, STEP)

/** Words that were set aside are a quotation after all, here and wherever the brief has them: one step of undo. */
export const takeAsQuotation = (editor: LexicalEditor, place: QuotationPlace | null, words: string): void =>
  editor.update(() => {
    const before = $setAsideEverywhere()
    if (before.includes(words)) $setSetAsideEverywhere(before.filter((each) => each !== words))
    const text = place?.kind === 'words' ? $getNodeByKey(place.from.key) : null
    const aside = text === null ? null : $asideOf(text)
    if (aside !== null) $letGo(aside)
  }, STEP)
