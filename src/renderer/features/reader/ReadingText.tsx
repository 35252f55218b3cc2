import { useEffect, useId, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { DerivedText } from '../../../shared/document/text.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Caret } from './Caret.tsx'
import { readSelection, writeSelection } from './caret.ts'
import { DocumentView } from './DocumentView.tsx'
import type { Drawing } from './Inlines.tsx'
import { MarginNotes } from './MarginNotes.tsx'
import { edgesOf, Pieces } from './pieces.ts'
import { Popover } from './Popover.tsx'
import { lineAround, type Span } from './quotation-at.ts'
import { highlightsAt, readerKeys } from './reader-keys.ts'
import { sentenceAround } from './sentence.ts'
import { SourceHead } from './SourceHead.tsx'
import type { TextDom } from './text-dom.ts'
import { useJump } from './useJump.ts'
import { usePassageActs } from './usePassageActs.ts'
import { useSelected, useTextDom } from './useTextDom.ts'

interface Props {
  readonly source: Source
  readonly document: Document
  readonly derived: DerivedText
  readonly annotations: readonly Annotation[]
  readonly focused: string | null
  readonly focus: (annotation: string | null) => void
  readonly showDetails: () => void
}

/** The sheet: the source's words with its highlights, a caret that reads along, and the acts on what is selected. */
export function ReadingText({ source, document, derived, annotations, focused, focus, showDetails }: Props) {
  const { platform, shell } = useCapabilities()
  const { say, fault } = useMessages()
  const article = useRef<HTMLElement>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const keysId = useId()
  const placed = useMemo(() => annotations.filter(({ status }) => status !== 'orphaned'), [annotations])
  const drawing = useMemo((): Drawing => {
    const openLink = shell === null ? null : (href: string) => void shell.openLink({ href }).catch(fault)
    return { pieces: new Pieces(derived), edges: edgesOf(placed), openLink }
  }, [derived, placed, shell, fault])
  const dom = useTextDom(article, drawing, placed)
  const selected = useSelected(dom)
  const current = placed.find(({ id }) => id === focused) ?? null
  const passage = usePassageActs({
    source,
    text: derived.text,
    selected,
    dom,
    annotations: placed,
    current,
    focus,
  })
  useJump(dom)
  useCaretLeaves(
    current,
    selected?.focus ?? null,
    selected !== null && selected.anchor === selected.focus,
    focus,
  )

  const onClick = (event: MouseEvent): void => {
    if (dom === null) return
    if (event.detail >= 3) return selectMore(dom, derived.text, event.detail)
    const now = readSelection(dom)
    if (now === null || now.anchor !== now.focus) return
    const here = highlightsAt(placed, now.focus)
    const at = here.findIndex(({ id }) => id === focused)
    focus(here[(at + 1) % Math.max(1, here.length)]?.id ?? null)
  }
  return (
    <div className="scroll reading">
      <div
        className="sheet read"
        lang={document.language ?? source.language ?? undefined}
        dir={document.direction ?? undefined}
      >
        <SourceHead source={source} paragraphs={derived.blocks.length} showDetails={showDetails} />
        <div className="text">
          <p id={keysId} className="vh">
            {t.reader.keys}
          </p>
          <article
            ref={article}
            className="words"
            aria-label={t.reader.text}
            aria-describedby={keysId}
            tabIndex={0}
            data-first-focus
            onFocus={() => setHasFocus(true)}
            onBlur={() => setHasFocus(false)}
            onClick={onClick}
            onKeyDown={(event) => {
              if (dom !== null)
                readerKeys(event, derived.text, dom, selected, platform, {
                  ...passage.acts,
                  noQuotation: () => say(t.highlight.noQuotation),
                })
            }}
          >
            <DocumentView document={document} drawing={drawing} />
          </article>
          {dom !== null && <Caret dom={dom} selected={selected} shown={hasFocus} />}
          {dom !== null && (
            <MarginNotes dom={dom} annotations={placed} focus={(annotation) => passage.goTo(annotation)} />
          )}
          {dom !== null && passage.subject !== null && (
            <Popover dom={dom} subject={passage.subject} acts={passage.acts} />
          )}
        </div>
      </div>
    </div>
  )
}

/** Three clicks take the sentence, four the paragraph. */
function selectMore(dom: TextDom, text: string, clicks: number): void {
  const now = readSelection(dom)
  if (now === null) return
  const at = Math.min(now.anchor, now.focus)
  const { start, end }: Span = clicks === 3 ? sentenceAround(text, at) : lineAround(text, at)
  writeSelection(dom, { anchor: start, focus: end })
}

/** A highlight is worked on while the caret is in it or at its edge. */
function useCaretLeaves(
  current: Annotation | null,
  caret: number | null,
  collapsed: boolean,
  focus: (annotation: null) => void,
): void {
  const last = useRef(caret)
  useEffect(() => {
    const moved = last.current !== caret
    last.current = caret
    if (!moved || current === null || caret === null || !collapsed) return
    if (!current.segments.some(({ start, end }) => start <= caret && caret <= end)) focus(null)
  }, [current, caret, collapsed, focus])
}
