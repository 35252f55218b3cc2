import { t } from '../../app/strings/catalogue.ts'
import { markId, tieToCard } from '../annotations/marks.ts'
import type { Piece } from './pieces.ts'
import { spokenParts } from './spoken-parts.ts'

/** Where a highlight begins or ends, for those who hear the page: painted highlights say nothing to a screen reader. */
export function EdgeMark({ piece }: { readonly piece: Exclude<Piece, { kind: 'words' }> }) {
  if (piece.kind === 'crowd')
    return (
      <span className="edge vh" role="mark" aria-roledescription={t.highlight.roleDescription}>
        {t.highlight.crowd(piece.count)}
      </span>
    )
  const { annotation, kind, start } = piece
  if (kind === 'end') return <span className="edge vh">{t.highlight.end}</span>
  return (
    <span
      className="edge vh"
      role="mark"
      aria-roledescription={t.highlight.roleDescription}
      id={markId(annotation.id, start)}
      ref={(mark) => tieToCard(mark, annotation.id)}
    >
      {t.highlight.begin(spokenParts(annotation))}
    </span>
  )
}
