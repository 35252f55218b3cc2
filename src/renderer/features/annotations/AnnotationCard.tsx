import { useEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'

/** A highlight in the panel: its words, who speaks, comment and tags. A press shows it in the text. */
export function AnnotationCard({
  annotation,
  current,
  choose,
}: {
  readonly annotation: Annotation
  readonly current: boolean
  readonly choose: () => void
}) {
  const { colour, exact, attribution, comment, tags, status } = annotation
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
      {status !== 'anchored' && (
        <p className="cm warn">
          <Icon name="warn" size="s" />
          {status === 'moved' ? t.annotations.moved : t.annotations.orphaned}
        </p>
      )}
      {tags.length > 0 && (
        <div className="tg">
          {tags.map((tag) => (
            <span key={tag} className="chip">
              <Icon name="tag" />
              {tag}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
