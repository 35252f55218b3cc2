import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Use } from '../../../shared/contract/passages.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Dragged } from './put-clip.ts'
import { cardId, tieToMarks } from './marks.ts'
import { annotationAct, type AnnotationActs } from './annotation-keys.ts'
import { Uses, UsesButton } from './Uses.tsx'

/** What reads Markdown is loaded with the first comment. */
const CommentView = lazy(async () => ({ default: (await import('./CommentView.tsx')).CommentView }))

export interface CardActs extends AnnotationActs {
  /** Shows the highlight in the text. */
  readonly choose: () => void
  /** To the next or previous card of the list. */
  readonly next: (step: 1 | -1) => void
}

interface Picked {
  readonly is: boolean
  readonly set: (picked: boolean) => void
}

/** The list follows the text, but never takes the focus from there. */
function useFollowed(current: boolean, hasFocus: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' })
    if (hasFocus) button.current?.focus()
  }, [current, hasFocus])
  return button
}

/** A highlight in a list: its words, who speaks, comment, tags and briefs. A press shows it in the text. */
export function AnnotationCard({
  annotation,
  drag,
  current,
  hasFocus = false,
  uses,
  acts,
  picked = null,
  head = null,
  children = null,
}: {
  readonly annotation: Annotation
  readonly drag: Dragged
  readonly current: boolean
  /** Whether a key in the list led here: the focus goes along. */
  readonly hasFocus?: boolean
  /** Where briefs quote it. */
  readonly uses: readonly Use[]
  readonly acts: CardActs
  /** Whether it is picked for merging; null where none can be. */
  readonly picked?: Picked | null
  readonly head?: ReactNode
  readonly children?: ReactNode
}) {
  const { colour, exact, comment } = annotation
  const { platform } = useCapabilities()
  const button = useFollowed(current, hasFocus)
  useLayoutEffect(() => tieToMarks(annotation), [annotation])
  return (
    <div
      className={`an ${colour}`}
      id={cardId(annotation.id)}
      aria-current={current ? 'true' : undefined}
      {...drag}
    >
      {picked !== null && <Pick words={exact} picked={picked} />}
      {head}
      <button
        ref={button}
        type="button"
        className="say"
        title={t.annotations.goTo}
        dir="auto"
        onClick={acts.choose}
        onKeyDown={(event) => {
          const act = annotationAct(event, platform, acts) ?? stepOf(event, acts)
          if (act === null) return
          event.preventDefault()
          act()
        }}
      >
        {exact}
      </button>
      <Said annotation={annotation} />
      {comment !== null && <Comment comment={comment} />}
      <Status annotation={annotation} />
      <Chips tags={annotation.tags} uses={uses} />
      {children}
    </div>
  )
}

function Comment({ comment }: { readonly comment: string }) {
  return (
    <div className="cm" dir="auto">
      <Suspense fallback={<p>{comment}</p>}>
        <CommentView comment={comment} />
      </Suspense>
    </div>
  )
}

function Pick({ words, picked }: { readonly words: string; readonly picked: Picked }) {
  return (
    <input
      type="checkbox"
      className="pick"
      aria-label={t.annotations.pick(words.slice(0, 60))}
      title={t.annotations.pickHint}
      checked={picked.is}
      onChange={(event) => picked.set(event.target.checked)}
    />
  )
}

function stepOf(event: KeyboardEvent, { next }: CardActs): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const key = event.key.toLowerCase()
  return key === 'j' ? () => next(1) : key === 'k' ? () => next(-1) : null
}

function Said({ annotation: { attribution } }: { readonly annotation: Annotation }) {
  const about = [attribution?.stance, attribution?.topic, attribution?.date, attribution?.place].filter(
    (fact) => fact != null,
  )
  return (
    <>
      <div className="w">
        <Icon name="person" size="s" />
        <b>{attribution?.speaker ?? t.annotations.noSpeaker}</b>
        {attribution?.role != null && <span className="dim">{attribution.role}</span>}
      </div>
      {about.length > 0 && <p className="about">{about.join(' · ')}</p>}
    </>
  )
}

function Status({ annotation: { status, old, waiting } }: { readonly annotation: Annotation }) {
  if (status === 'anchored') return null
  if (waiting === true) return <p className="cm dim">{t.annotations.waiting}</p>
  return (
    <>
      <p className="cm warn">
        <Icon name="warn" size="s" />
        {status === 'moved' ? t.annotations.moved : t.annotations.orphaned}
      </p>
      {old !== undefined && (
        <p className="cm" dir="auto">
          {t.annotations.before(old.exact)}
        </p>
      )}
    </>
  )
}

function Chips({ tags, uses }: { readonly tags: readonly string[]; readonly uses: readonly Use[] }) {
  const [open, setOpen] = useState(false)
  if (tags.length === 0 && uses.length === 0) return null
  return (
    <>
      <div className="tg">
        {tags.map((tag) => (
          <span key={tag} className="chip">
            <Icon name="tag" />
            {tag}
          </span>
        ))}
        {uses.length > 0 && <UsesButton uses={uses} open={open} press={() => setOpen(!open)} />}
      </div>
      {open && <Uses uses={uses} />}
    </>
  )
}
