import { useEffect, useMemo, useRef, useState } from 'react'
import { FoldedText, type Hit } from '../../../shared/search/find.ts'
import { useSheetKeys } from '../../app/sheet.ts'
import { t } from '../../app/strings/catalogue.ts'
import { FindButton } from '../../ui/FindButton.tsx'
import { readSelection, writeSelection } from './caret.ts'
import { paintFound } from './paint.ts'
import { showInSight, topOffset } from './sight.ts'
import type { TextDom } from './text-dom.ts'
import type { Tools } from './tools.ts'
import '../../ui/find.css'

/** More are counted as “more than”. */
const MOST = 10_000

/** Looks for words in the source that is read, accents, case and kinds of marks set aside. */
export function FindBar({
  dom,
  text,
  tools,
}: {
  readonly dom: TextDom
  readonly text: string
  readonly tools: Tools
}) {
  const { query, setQuery, close, asked } = tools
  const field = useRef<HTMLInputElement>(null)
  const { hits, at, step } = useFound(dom, text, query)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    // `asked` says that the field is wanted again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [asked])
  useFindKeys(step)
  const leave = (): void => {
    close()
    const hit = hits[at]
    if (hit !== undefined) writeSelection(dom, { anchor: hit.start, focus: hit.start })
    dom.root.focus({ preventScroll: true })
  }
  return (
    <search
      className="find pop"
      aria-label={t.reader.find.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        leave()
      }}
    >
      <input
        ref={field}
        className="input"
        aria-label={t.reader.find.label}
        placeholder={t.reader.find.label}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          step(event.shiftKey ? -1 : 1)
        }}
      />
      <span className="num dim" role="status">
        {query === '' ? '' : t.reader.find.count(at, hits.length, MOST)}
      </span>
      <FindButton
        icon="left"
        label={t.reader.find.previous}
        disabled={hits.length === 0}
        run={() => step(-1)}
      />
      <FindButton icon="right" label={t.reader.find.next} disabled={hits.length === 0} run={() => step(1)} />
      <FindButton icon="x" label={t.common.close} disabled={false} run={leave} />
    </search>
  )
}

interface Chosen {
  readonly hits: readonly Hit[]
  readonly at: number
}

/** All places, painted, and the one that is looked at: at first the next one from where one reads. */
function useFound(dom: TextDom, text: string, query: string) {
  const folded = useMemo(() => new FoldedText(text), [text])
  const hits = useMemo(() => folded.find(query, MOST), [folded, query])
  const [origin] = useState(() => readSelection(dom)?.focus ?? topOffset(dom) ?? 0)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const first = Math.max(
    0,
    hits.findIndex(({ start }) => start >= origin),
  )
  const at = chosen?.hits === hits ? chosen.at : first
  const hit = hits[at]
  useEffect(() => paintFound(dom, hits, hit), [dom, hits, hit])
  const shown = useRef<Hit | undefined>(undefined)
  useEffect(() => {
    if (hit === undefined || shown.current === hit) return
    shown.current = hit
    showInSight(dom, hit.start, hit.end)
  }, [dom, hit])
  const step = (by: 1 | -1): void => {
    if (hits.length > 0) setChosen({ hits, at: (at + by + hits.length) % hits.length })
  }
  return { hits, at, step }
}

/** F3 goes on, wherever the focus is. */
function useFindKeys(step: (by: 1 | -1) => void): void {
  useSheetKeys((event) => {
    if (event.key !== 'F3') return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  })
}
