import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, type Live } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useSession } from '../editor/session-context.tsx'
import { drawPage, POINTS_TO_PIXELS } from '../reader/pdf/draw-page.ts'
import { openPdf, type OpenPdf } from '../reader/pdf/open-pdf.ts'
import type { Choices } from './choices.ts'

interface Shown {
  readonly open: OpenPdf
  readonly pages: number
  readonly whole: boolean
}

/** Pages are asked for by so many at a time: what comes long after them is not set. */
const STEP = 4

/** The pages as they will be printed, one at a time. */
export function Preview({ choices }: { readonly choices: Choices }) {
  const [page, setPage] = useState(1)
  const asked = usePages(choices, Math.ceil((page + 1) / STEP) * STEP)
  const shown = asked.kind === 'ready' ? asked.value : asked.kind === 'loading' ? asked.before : null
  const last = shown?.pages ?? 1
  const here = Math.min(page, last)
  const isLast = shown === null || (here === last && shown.whole)
  return (
    <section className="preview" aria-label={t.exporting.preview}>
      <div className="page-room" aria-busy={asked.kind === 'loading'}>
        {asked.kind === 'failed' && <p role="alert">{sentenceOf(asked.error)}</p>}
        {shown === null ? (
          asked.kind === 'loading' && <div className="page skeleton" aria-hidden="true" />
        ) : (
          <Page open={shown.open} number={here} />
        )}
      </div>
      <div className="turn">
        <Turn label={t.exporting.pageBefore} icon="left" run={here > 1 ? () => setPage(here - 1) : null} />
        <span className="num" role="status">
          {t.exporting.pageOf(here, shown?.whole === true ? last : null)}
        </span>
        <Turn label={t.exporting.pageAfter} icon="right" run={isLast ? null : () => setPage(here + 1)} />
      </div>
    </section>
  )
}

function Turn({
  label,
  icon,
  run,
}: {
  readonly label: string
  readonly icon: 'left' | 'right'
  readonly run: (() => void) | null
}) {
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={label}
      title={label}
      disabled={run === null}
      onClick={() => run?.()}
    >
      <Icon name={icon} flip />
    </button>
  )
}

function usePages({ look, appendix, comments }: Choices, upTo: number): Live<Shown> {
  const session = useSession()
  const asking = { brief: session.id, look, appendix, comments, upTo }
  const key = `preview ${JSON.stringify(asking)}`
  const asked = useLive(key, ['brief'], async (core, signal): Promise<Shown> => {
    // What is shown is what would be written: what is stored.
    await session.saving.flush(true)
    const { pdf, pages, whole } = await core.briefs.preview(asking, { signal })
    const open = await openPdf(pdf.arrayBuffer(), () => Promise.reject(new Error('It has no password.')))
    if (signal.aborted) open.close()
    return { open, pages, whole }
  })
  const opened = asked.kind === 'ready' ? asked.value.open : null
  useEffect(() => (opened === null ? undefined : () => opened.close()), [opened])
  return asked
}

/** A page that is seen whole in its room. */
function Page({ open, number }: { readonly open: OpenPdf; readonly number: number }) {
  const room = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [shape, setShape] = useState('210 / 297')
  useEffect(() => {
    const [element, words] = [room.current, layer.current]
    if (element === null || words === null) return undefined
    let drawing: ReturnType<typeof drawPage> | null = null
    let gone = false
    const draw = async (): Promise<void> => {
      const page = await open.pdf.getPage(number)
      if (gone) return
      const { width, height } = page.getViewport({ scale: POINTS_TO_PIXELS })
      setShape(`${String(width)} / ${String(height)}`)
      drawing = drawPage(open, number, element.clientWidth / width, { element, layer: words })
      await drawing.picture
    }
    // A page that another one takes the place of is not drawn to its end.
    draw().catch(() => undefined)
    return () => {
      gone = true
      drawing?.stop()
    }
  }, [open, number])
  return (
    <div
      ref={room}
      className="page"
      role="img"
      aria-label={t.exporting.page(number)}
      style={{ '--shape': shape } as CSSProperties}
    >
      <div ref={layer} className="words" aria-hidden="true" />
    </div>
  )
}
