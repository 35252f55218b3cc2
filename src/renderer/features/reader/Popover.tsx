import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { COLOURS, type Annotation } from '../../../shared/contract/annotations.ts'
import type { Use } from '../../../shared/contract/passages.ts'
import { nameOf } from '../../app/keys.ts'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Change, Colour } from '../annotations/annotating.ts'
import { AnnotationFields, type Field } from '../annotations/AnnotationFields.tsx'
import { Uses, UsesButton } from '../annotations/Uses.tsx'
import type { Span } from './quotation-at.ts'
import type { TextDom } from './text-dom.ts'

/** What the popover is about: words just selected, or a highlight. */
export interface Subject {
  readonly span: Span
  readonly annotation: Annotation | null
  readonly field: Field | null
  /** Who the article says speaks here. */
  readonly suggestion: string | null
  /** Where briefs quote the highlight. */
  readonly uses: readonly Use[]
  /** Whether a highlight seeks its place, which these words may be. */
  readonly attachable: boolean
}

export interface PopoverActs {
  readonly colour: (colour: Colour) => void
  readonly edit: (field: Field) => void
  readonly save: (annotation: Annotation, change: Change) => void
  /** The same, with the field left open. */
  readonly keep: (annotation: Annotation, change: Change) => Promise<void>
  readonly quote: (() => void) | null
  readonly copy: () => void
  readonly attach: () => void
  readonly remove: () => void
  readonly closeField: () => void
  /** What was typed while the field was on its way. */
  readonly typed: () => string
}

/** The acts on a passage, 8 px under its last line, or over its first where there is no room. It takes no focus. */
export function Popover({
  dom,
  subject,
  acts,
}: {
  readonly dom: TextDom
  readonly subject: Subject
  readonly acts: PopoverActs
}) {
  const { annotation, field } = subject
  const box = useRef<HTMLDivElement>(null)
  const top = useTop(dom, subject.span, box)
  return (
    <div
      ref={box}
      className="pop hlpop"
      role="dialog"
      aria-label={annotation === null ? t.highlight.selected : t.highlight.edited}
      // Not yet seen, it can already take the focus for its field.
      style={{ insetBlockStart: top ?? 0, opacity: top === null ? 0 : 1 }}
      // The text keeps the focus, and with it the selection, when a button here is pressed.
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement))
          event.preventDefault()
      }}
    >
      <Buttons subject={subject} acts={acts} />
      {annotation !== null && field !== null ? (
        <AnnotationFields
          key={`${annotation.id}${field}`}
          field={field}
          annotation={annotation}
          suggestion={subject.suggestion}
          save={(change) => acts.save(annotation, change)}
          keep={(change) => acts.keep(annotation, change)}
          cancel={acts.closeField}
          typed={acts.typed}
        />
      ) : (
        <>
          <Speaker subject={subject} acts={acts} />
          {subject.attachable && (
            <div className="r two">
              <button type="button" className="btn" onClick={acts.attach}>
                {t.highlight.attach} <kbd>A</kbd>
              </button>
            </div>
          )}
          {subject.uses.length > 0 && <InBriefs key={annotation?.id} uses={subject.uses} />}
        </>
      )}
    </div>
  )
}

function Buttons({ subject, acts }: { readonly subject: Subject; readonly acts: PopoverActs }) {
  const quoting = useQuoting()
  const { platform } = useCapabilities()
  return (
    <div className="r">
      {COLOURS.map((colour, index) => (
        <button
          key={colour}
          type="button"
          className={`sw ${colour}`}
          aria-label={t.highlight.swatch(
            t.highlight.colours[colour],
            t.highlight.meanings[colour],
            index + 1,
          )}
          aria-pressed={subject.annotation?.colour === colour}
          onClick={() => acts.colour(colour)}
        >
          <b>{index + 1}</b>
        </button>
      ))}
      <i className="sepv" />
      <TextButton icon="comment" words={t.highlight.comment} press={() => acts.edit('comment')} />
      <TextButton icon="tag" words={t.highlight.tag} press={() => acts.edit('tags')} />
      <button
        type="button"
        className="btn icon"
        aria-label={t.highlight.copy}
        title={`${t.highlight.copy} (${nameOf({ key: 'c', mod: true, shift: true }, platform)})`}
        onClick={acts.copy}
      >
        <Icon name="copy" size="s" />
      </button>
      {subject.annotation !== null && (
        <button
          type="button"
          className="btn icon"
          aria-label={t.highlight.remove}
          title={t.highlight.remove}
          onClick={acts.remove}
        >
          <Icon name="trash" size="s" />
        </button>
      )}
      {quoting !== null && acts.quote !== null && (
        <button type="button" className="btn primary" title={quoting.brief} onClick={acts.quote}>
          <Icon name="quote" size="s" />
          {t.highlight.quote} <kbd className="wide">{nameOf({ key: 'Enter', mod: true }, platform)}</kbd>
        </button>
      )}
    </div>
  )
}

function TextButton({
  icon,
  words,
  press,
}: {
  readonly icon: 'comment' | 'tag'
  readonly words: ReactNode
  readonly press: () => void
}) {
  return (
    <button type="button" className="btn ghost" onClick={press}>
      <Icon name={icon} size="s" />
      {words}
    </button>
  )
}

/** Who speaks: what is set, or what the article suggests, grey until it is set. */
function Speaker({ subject, acts }: { readonly subject: Subject; readonly acts: PopoverActs }) {
  const { annotation, suggestion } = subject
  const known = annotation?.attribution?.speaker ?? null
  const role = annotation?.attribution?.role ?? null
  return (
    <div className="r two">
      <Icon name="person" size="s" />
      <span>{t.highlight.speaker}</span>
      {known !== null && <b>{known}</b>}
      {known !== null && role !== null && <span className="dim">{role}</span>}
      {known === null && suggestion !== null && <span className="suggested">{suggestion}</span>}
      {known === null && suggestion === null && <span className="dim">{t.highlight.noSpeaker}</span>}
      <span className="grow" />
      {known === null && suggestion !== null && annotation !== null && (
        <button
          type="button"
          className="btn"
          aria-label={t.highlight.confirm(suggestion)}
          onClick={() => acts.save(annotation, { speaker: suggestion })}
        >
          <Icon name="tick" size="s" />
          {t.highlight.set}
        </button>
      )}
      <button type="button" className="btn ghost" onClick={() => acts.edit('speaker')}>
        {known === null && suggestion === null ? t.highlight.addSpeaker : t.highlight.change}
      </button>
    </div>
  )
}

/** The briefs that quote the highlight, folded until asked for. */
function InBriefs({ uses }: { readonly uses: readonly Use[] }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="in-briefs">
      <UsesButton uses={uses} open={open} press={() => setOpen(!open)} />
      {open && <Uses uses={uses} />}
    </div>
  )
}

const GAP = 8

/** In pixels below the beginning of the text; null until the popover has been measured. */
function useTop(dom: TextDom, { start, end }: Span, box: RefObject<HTMLElement | null>): number | null {
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    // Called at once, and again when a field opens in the popover or the text is set anew.
    const observer = new ResizeObserver(() => setTop(topOf(dom, { start, end }, element.offsetHeight)))
    observer.observe(element)
    observer.observe(dom.root)
    return () => observer.disconnect()
  }, [dom, start, end, box])
  return top
}

function topOf(dom: TextDom, { start, end }: Span, height: number): number | null {
  const rects = dom.range(start, end)?.getClientRects()
  const first = rects?.[0]
  const last = rects?.[rects.length - 1]
  const scroller = dom.root.closest('.scroll')
  if (first === undefined || last === undefined || scroller === null) return null
  const room = scroller.getBoundingClientRect()
  const under = last.bottom + GAP
  const over = first.top - GAP - height
  return (
    (under + height <= room.bottom || over < room.top ? under : over) - dom.root.getBoundingClientRect().top
  )
}
