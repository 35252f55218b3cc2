import { $getSelection, COMMAND_PRIORITY_LOW, mergeRegister, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import type { PassageAddress } from '../../../../shared/clipping/address.ts'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { useMessages } from '../../../app/messages.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import type { CoreClient } from '../../../app/transport/transport.ts'
import { insertQuote, quoteOf } from '../acts/insert-quote.ts'
import type { BriefSession } from '../session.ts'
import { MARKDOWN_PASTED_COMMAND, PASTE_PASSAGE_COMMAND, PASTE_REFUSED_COMMAND } from './clipboard.ts'
import { annotationsIn, takeBlocks, type PastedMarkdown } from './pasted-markdown.ts'

/** Makes a linked quote of a passage that was copied from a source, and says what was too much to paste. */
export function usePastes(session: BriefSession): void {
  const core = useCore()
  const { say, fault } = useMessages()
  useEffect(() => {
    const { editor, root } = session
    let asBlock = false
    // Alt while dropping makes a block quotation of it.
    const onDrop = (event: DragEvent): void => {
      asBlock = event.altKey
    }
    const onPaste = (): void => {
      asBlock = false
    }
    root.addEventListener('drop', onDrop, { capture: true })
    root.addEventListener('paste', onPaste, { capture: true })
    const plainly = (words: string): void =>
      editor.update(() => $getSelection()?.insertRawText(words), { tag: 'paste' })
    const link = async (address: PassageAddress, plain: string): Promise<void> => {
      try {
        const passage = await passageAt(core, address)
        if (passage === null) plainly(plain)
        else insertQuote(editor, quoteOf(passage), asBlock || address.segments.length > 1)
      } catch (error) {
        plainly(plain)
        fault(error)
      }
    }
    return mergeRegister(
      () => {
        root.removeEventListener('drop', onDrop, { capture: true })
        root.removeEventListener('paste', onPaste, { capture: true })
      },
      editor.registerCommand(
        MARKDOWN_PASTED_COMMAND,
        (pasted) => {
          blocksOf(core, editor, pasted).catch(fault)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        PASTE_PASSAGE_COMMAND,
        ({ address, plain }) => {
          void link(address, plain)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        PASTE_REFUSED_COMMAND,
        ({ characters }) => {
          say(t.editor.pasteRefused(characters))
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    )
  }, [session, core, say, fault])
}

/** Gives pasted Markdown its blocks, in a step of undo of its own; not where one has gone on writing meanwhile. */
async function blocksOf(core: CoreClient, editor: LexicalEditor, pasted: PastedMarkdown): Promise<void> {
  const quotes = annotationsIn(pasted.text).map((annotation) => ({ annotation }))
  // The sheet is not to be set inside the update that the command is heard in.
  await Promise.resolve()
  const words = editor.getEditorState()
  const passages = quotes.length === 0 ? [] : await core.briefs.passages({ quotes })
  if (editor.getEditorState() === words) takeBlocks(editor, pasted, passages)
}

/** The passage at an address: of its highlight, else of a new one there. Null where this library has no such place. */
async function passageAt(
  core: CoreClient,
  { source, version, segments, annotation }: PassageAddress,
): Promise<Passage | null> {
  if (annotation !== null) {
    const [known] = await core.briefs.passages({ quotes: [{ annotation }] })
    if (known !== undefined) return known
  }
  const [first] = segments
  if (first === undefined || segments.length > 1) return null
  try {
    const { versions } = await core.sources.get({ source })
    if (versions !== version) return null
    const made = await core.annotations.create({ source, place: first })
    const [passage] = await core.briefs.passages({ quotes: [{ annotation: made.id }] })
    return passage ?? null
  } catch (error) {
    if (error instanceof Failure && error.kind === 'REFUSED') return null
    throw error
  }
}
