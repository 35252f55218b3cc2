import type { Passage } from '../../../shared/contract/passages.ts'
import type { Found } from '../../../shared/contract/check.ts'
import { withoutOwnMarks } from '../../../shared/quotations/own-marks.ts'
import { useMessages, type Action } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import { passageOf } from '../citations/useCited.ts'
import { citeSource, linkWords, markWords, restoreWords, setAside } from '../editor/acts/fix.ts'
import type { DraftQuotation, QuotationPlace } from '../editor/places.ts'
import { useSession } from '../editor/session-context.tsx'
import { useSetAsideEverywhere } from './SetAsideActs.tsx'
import { markedOf, type Marked } from './marked.ts'

export interface Fix {
  readonly name: 'restore' | 'mark' | 'link' | 'aside' | 'cite'
  readonly key: string
  /** Why it cannot be done; null when it can. */
  readonly off: string | null
  readonly run: () => void
}

/** What can be done about a quotation, each as one step of undo; and how it would read with its changes marked. */
export function useFixes(quotation: DraftQuotation): {
  readonly fixes: readonly Fix[]
  readonly preview: string | null
} {
  const session = useSession()
  const core = useCore()
  const { fault } = useMessages()
  const done = useDone()
  const { row, place } = quotation
  const { editor } = session
  const passage = passageOf(session, quotation)
  const [found] = row.found
  const source = wordsOfSource(quotation, passage)
  const marked: Marked = source === null ? { kind: 'off', why: 'nothing' } : markedOf(row.diff, source)
  const everywhere = useSetAsideEverywhere()
  const always = { label: t.check.always, run: () => everywhere(row.quotation) }
  const on = (act: (at: QuotationPlace) => void) => (): void => {
    if (place !== null) act(place)
  }
  const linkAt = async (at: QuotationPlace): Promise<void> => {
    try {
      const to = await linkTo(core, found)
      done(to !== null && linkWords(editor, at, row.quotation, to), t.check.linked)
    } catch (error) {
      fault(error)
    }
  }
  const link = on((at) => void linkAt(at))
  const fixes: Fix[] = [
    {
      name: 'restore',
      key: 'r',
      off: source === null ? t.check.off.noPassage : null,
      run: on((at) => done(restoreWords(editor, at, source ?? row.quotation, passage), t.check.restored)),
    },
    {
      name: 'mark',
      key: 'm',
      off: marked.kind === 'words' ? null : whyOff(marked),
      run: on((at) => {
        if (marked.kind === 'words') done(markWords(editor, at, marked.words, passage), t.check.markedNow)
      }),
    },
    { name: 'link', key: 'l', off: linkOff(quotation, passage, found), run: link },
    {
      name: 'aside',
      key: 'n',
      off: null,
      run: on((at) => done(setAside(editor, at), t.check.setAside, always)),
    },
  ]
  const cite = citing(quotation)
  if (cite !== null) {
    const run = on((at) => {
      if (at.kind === 'words') done(citeSource(editor, at, cite.cited, cite.source), t.check.cited)
    })
    fixes.unshift({ name: 'cite', key: 'enter', off: null, run })
  }
  return { fixes, preview: marked.kind === 'words' ? marked.words : null }
}

/** Says what came of an act, with what else could be done now, and has the draft checked. */
function useDone() {
  const { checking } = useSession()
  const { say } = useMessages()
  return (ok: boolean, sentence: string, ...acts: readonly Action[]): void => {
    say(ok ? sentence : t.check.off.gone, ...(ok ? acts : []))
    if (ok) checking.now()
  }
}

/** The source's words that a quotation is held against: a quote's own passage, else what was found. */
function wordsOfSource({ row, place }: DraftQuotation, passage: Passage | null): string | null {
  if (place?.kind === 'quote') return passage === null ? null : withoutOwnMarks(passage.exact).words
  if (row.verdict !== 'altered') return null
  return row.found[0]?.text ?? null
}

function whyOff(marked: Extract<Marked, { kind: 'off' }>): string {
  const { off } = t.check
  return marked.why === 'grave' ? off.grave[marked.grave] : off[marked.why]
}

function linkOff(
  { place }: DraftQuotation,
  passage: Passage | null,
  found: Found | undefined,
): string | null {
  const { off } = t.check
  if (found === undefined) return off.noPlace
  if (found.field === 'title') return off.title
  const same = passage !== null && passage.start === found.start && passage.end === found.end
  if (place?.kind === 'quote' && same) return off.linkedAlready
  return place?.kind === 'words' && place.from.key !== place.to.key ? off.apart : null
}

/** A misattributed typed quotation can cite the source that its words stand in. */
function citing({ row, place }: DraftQuotation): { readonly cited: string; readonly source: string } | null {
  const { cited, source, verdict } = row
  const can = verdict === 'misattributed' && place?.kind === 'words' && cited !== null && source !== null
  return can ? { cited, source } : null
}

/** A highlight at a place that was found, as a passage to link to. */
async function linkTo(core: CoreClient, found: Found | undefined): Promise<Passage | null> {
  if (found === undefined) return null
  const { source, start, end } = found
  const annotation = await core.annotations.create({ source, place: { start, end } })
  const [passage] = await core.briefs.passages({ quotes: [{ annotation: annotation.id }] })
  return passage ?? null
}
