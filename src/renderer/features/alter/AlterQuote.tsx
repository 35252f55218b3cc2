import { $getNodeByKey, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import type { Passage } from '../../../shared/contract/passages.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import { isQuote } from '../editor/nodes/linked-quote.tsx'
import { $quoteOf, $setQuote } from '../editor/nodes/quote-state.ts'
import { selectQuote } from '../editor/ranges.ts'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { AlterDialog } from './AlterDialog.tsx'
import type { Altering } from './words-at-ends.ts'

/** Alters the quote that the session says is to be altered, as one step of undo. */
export function AlterQuote() {
  const session = useSession()
  const core = useCore()
  const { say, fault } = useMessages()
  const key = useStore(session.altering)
  const { passages } = useStore(session.checking.checked)
  const quote = key === null ? null : quoteIn(session.editor, key)
  const passage = quote === null ? undefined : passages.get(quote.anchor)
  if (key === null || quote === null || passage === undefined) return null
  const close = (): void => {
    session.altering.set(null)
    selectQuote(session.editor, key)
    session.root.focus()
  }
  const take = async (altered: Altering): Promise<void> => {
    try {
      const anchor = await anchorFor(core, passage, altered)
      const isThere = anchor !== null && setQuote(session.editor, key, { ...altered.quote, anchor })
      say(isThere ? t.alter.done : t.alter.gone)
      session.checking.now()
    } catch (error) {
      fault(error)
    }
  }
  return (
    <AlterDialog
      quote={quote}
      passage={passage}
      state={session.sheet().state}
      take={(altered) => {
        close()
        void take(altered)
      }}
      close={close}
    />
  )
}

function quoteIn(editor: LexicalEditor, key: string): LinkedQuote | null {
  return editor.read(() => {
    const node = $getNodeByKey(key)
    return isQuote(node) ? $quoteOf(node) : null
  })
}

/**
 * The anchor that altered words rest on: the quote's own, or where they take in more of the source the newest one of
 * its highlight, which is made as wide first. Null where the highlight then holds other words.
 */
async function anchorFor(
  core: CoreClient,
  { annotation, anchor, start, end }: Passage,
  { exact, before, after }: Altering,
): Promise<string | null> {
  if (before === 0 && after === 0) return anchor
  await core.annotations.move({ annotation, segments: [{ start: start - before, end: end + after }] })
  const [wider] = await core.briefs.passages({ quotes: [{ annotation }] })
  return wider?.exact === exact ? wider.anchor : null
}

function setQuote(editor: LexicalEditor, key: string, quote: LinkedQuote): boolean {
  let isThere = false
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      if (!isQuote(node)) return
      $setQuote(node, quote)
      isThere = true
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
  return isThere
}
