import type { Annotation } from '../../../shared/contract/annotations.ts'
import { t } from '../../app/strings/catalogue.ts'
import { spokenParts } from './spoken-parts.ts'

/** Says which highlight was gone to: the caret alone says its first letter only. */
export function Announced({
  annotations,
  current,
}: {
  /** In the order of the text. */
  readonly annotations: readonly Annotation[]
  readonly current: Annotation | null
}) {
  return (
    <p role="status" aria-live="polite" className="vh" data-highlight={current?.id}>
      {current === null
        ? ''
        : t.highlight.gone(
            spokenParts(current),
            annotations.indexOf(current) + 1,
            annotations.length,
            current.exact,
          )}
    </p>
  )
}
