import { $getNodeByKey, $isTextNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import { alterQuote } from '../../../../shared/brief/alter-quote.ts'
import type { LinkedQuote } from '../../../../shared/brief/nodes.ts'
import type { CoreClient } from '../../../app/transport/transport.ts'
import { insertQuote, quoteOf } from '../acts/insert-quote.ts'
import { wordsOf, type Choice } from './choice.ts'
import type { TypedMark } from './typed-mark.ts'

/** A quote of a choice: of its highlight as far as that holds it, else of a new one. Null where the passage is gone. */
export async function quoteOfChoice(core: CoreClient, choice: Choice): Promise<LinkedQuote | null> {
  const { source, start, annotation } = choice.of
  const end = start + wordsOf(choice).length
  if (annotation !== null) {
    const [passage] = await core.briefs.passages({ quotes: [{ annotation }] })
    const range = { start: start - (passage?.start ?? 0), end: end - (passage?.start ?? 0) }
    if (passage !== undefined && range.start >= 0 && range.end <= passage.exact.length) {
      const { exact } = passage
      const plain = { ...quoteOf(passage), alterations: [], shown: exact }
      const isAll = range.start === 0 && range.end === exact.length
      return isAll ? quoteOf(passage) : alterQuote(plain, exact, { kind: 'keep', range })
    }
  }
  const made = await core.annotations.create({ source, place: { start, end } })
  const [passage] = await core.briefs.passages({ quotes: [{ annotation: made.id }] })
  return passage === undefined ? null : quoteOf(passage)
}

/** Puts a quote in place of the mark and what was typed after it, as one step of undo; false where they are gone. */
export function replaceTyped(
  editor: LexicalEditor,
  { key, start, mark, typed }: TypedMark,
  quote: LinkedQuote,
  block: boolean,
): boolean {
  let isThere = false
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      if (!$isTextNode(node)) return
      const end = start + mark.length + typed.length
      if (node.getTextContent().slice(start, end) !== mark + typed) return
      node.select(start, end).removeText()
      isThere = true
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
  if (isThere) insertQuote(editor, quote, block)
  return isThere
}
