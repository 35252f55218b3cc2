import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Use } from '../../../shared/contract/briefs.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { annotationAct, type AnnotationActs } from './annotation-keys.ts'
import { Uses, UsesButton } from './Uses.tsx'

/** A highlight in the panel: its words, who speaks, comment, tags and briefs. A press shows it in the text. */
export function AnnotationCard({
  annotation,
  current,
  uses,
  choose,
  acts,
}: {
  readonly annotation: Annotation
  readonly current: boolean
  /** Where briefs quote it. */
  readonly uses: readonly Use[]
  readonly choose: () => void
  readonly acts: AnnotationActs
}) {
  const { colour, exact, attribution, comment } = annotation
  const { platform } = useCapabilities()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The list follows the text, but never takes the focus.
    if (current) button.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div className={`an ${colour}`} id={`card-${annotation.id}`} aria-current={current ? 'true' : undefined}>
      <button
        ref={button}
        type="button"
        className="say"
        title={t.annotations.goTo}
        dir="auto"
        onClick={choose}
        onKeyDown={(event) => {
          const act = annotationAct(event, platform, acts)
          if (act === null) return
          event.preventDefault()
          act()
        }}
      >
        {exact}
      </button>
      <div className="w">
        <Icon name="person" size="s" />
        <b>{attribution?.speaker ?? t.annotations.noSpeaker}</b>
        {attribution?.role != null && <span className="dim">{attribution.role}</span>}
      </div>
      {comment !== null && (
        <p className="cm" dir="auto">
          {comment}
        </p>
      )}
      <Status status={annotation.status} />
      <Chips tags={annotation.tags} uses={uses} />
    </div>
  )
}

function Status({ status }: { readonly status: Annotation['status'] }) {
  if (status === 'anchored') return null
  return (
    <p className="cm warn">
      <Icon name="warn" size="s" />
      {status === 'moved' ? t.annotations.moved : t.annotations.orphaned}
    </p>
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
