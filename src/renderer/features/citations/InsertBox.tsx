import { useId, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { Suggestion } from '../../../shared/contract/passages.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { writeAddress } from '../../../shared/clipping/address.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { insertCitation } from '../editor/acts/cite.ts'
import { insertQuote } from '../editor/acts/insert-quote.ts'
import { marked } from '../editor/nodes/marks.ts'
import { choiceOf } from '../editor/picker/choice.ts'
import { quoteOfChoice } from '../editor/picker/quote-choice.ts'
import { useOffers } from '../editor/picker/useOffers.ts'
import { useSession } from '../editor/session-context.tsx'

const LIMIT = 6

type Hit =
  | { readonly kind: 'passage'; readonly passage: Suggestion }
  | { readonly kind: 'source'; readonly source: Source }

/** Finds passages and sources to put at the draft's caret: by Enter, by a press, or by dragging one into the draft. */
export function InsertBox() {
  const session = useSession()
  const core = useCore()
  const { fault } = useMessages()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const hits = useHits(typed)
  const chosen = Math.min(at, hits.length - 1)
  const put = async (hit: Hit): Promise<void> => {
    try {
      if (hit.kind === 'source') insertCitation(session.editor, hit.source.citekey)
      else {
        const quote = await quoteOfChoice(core, choiceOf(hit.passage))
        if (quote !== null) insertQuote(session.editor, quote, false)
      }
      setTyped('')
      session.checking.now()
      session.root.focus()
    } catch (error) {
      fault(error)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) setAt((chosen + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && hits[chosen] !== undefined) void put(hits[chosen])
    else if (event.key === 'Escape' && typed !== '') setTyped('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="insert-box">
      <input
        className="input"
        role="combobox"
        aria-label={t.citing.insert}
        placeholder={t.citing.insert}
        aria-expanded={hits.length > 0}
        aria-controls={id}
        aria-activedescendant={hits.length > 0 ? `${id}-${String(chosen)}` : undefined}
        value={typed}
        dir="auto"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hits.length > 0 && (
        <Hits id={id} hits={hits} chosen={chosen} choose={setAt} put={(hit) => void put(hit)} />
      )}
    </div>
  )
}

function Hits({
  id,
  hits,
  chosen,
  choose,
  put,
}: {
  readonly id: string
  readonly hits: readonly Hit[]
  readonly chosen: number
  readonly choose: (at: number) => void
  readonly put: (hit: Hit) => void
}) {
  return (
    <ul id={id} role="listbox" aria-label={t.citing.found}>
      {hits.map((hit, index) => (
        <li
          key={keyOf(hit)}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === chosen}
          draggable
          onDragStart={(event) => carry(event, hit)}
          onMouseDown={() => choose(index)}
          onClick={() => put(hit)}
          onKeyDown={undefined}
        >
          <span dir="auto">{hit.kind === 'source' ? hit.source.title : hit.passage.exact}</span>
          <span className="dim">
            {hit.kind === 'source'
              ? t.citing.cite(hit.source.citekey)
              : [hit.passage.speaker, hit.passage.title].filter((each) => each !== null).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

const keyOf = (hit: Hit): string =>
  hit.kind === 'source' ? hit.source.id : `${hit.passage.source} ${String(hit.passage.start)}`

/** What is dropped into the draft becomes a quote or a citation there, as if it were pasted. */
function carry({ dataTransfer }: DragEvent, hit: Hit): void {
  if (hit.kind === 'source') {
    dataTransfer.setData('text/plain', `[@${hit.source.citekey}]`)
    return
  }
  const { source, version, start, end, annotation, exact } = hit.passage
  const element = document.createElement('span')
  element.dataset['verbatim'] = writeAddress({ source, version, segments: [{ start, end }], annotation })
  element.textContent = marked(exact)
  dataTransfer.setData('text/html', element.outerHTML)
  dataTransfer.setData('text/plain', marked(exact))
}

function useHits(typed: string): readonly Hit[] {
  const core = useCore()
  const wanted = typed.trim()
  const [hits] = useOffers(wanted.length < 2 ? null : wanted, async (query): Promise<readonly Hit[]> => {
    const [passages, sources] = await Promise.all([
      core.briefs.suggest({ typed: query, limit: LIMIT }),
      core.sources.list({ query, limit: LIMIT }),
    ])
    return [
      ...passages.map((passage): Hit => ({ kind: 'passage', passage })),
      ...sources.map((source): Hit => ({ kind: 'source', source })),
    ]
  })
  return hits
}
