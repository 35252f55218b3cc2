import type { ReactNode } from 'react'
import type { NodePath } from '../../../shared/document/document.ts'
import type { Inline, Mark, MarkType } from '../../../shared/document/inlines.ts'
import { t } from '../../app/strings/catalogue.ts'
import { EdgeMark } from './EdgeMark.tsx'
import { Picture, type Pictures } from './Picture.tsx'
import type { Edge } from './edges.ts'
import type { Piece, Pieces } from './pieces.ts'

/** What drawing a document needs besides it. */
export interface Drawing {
  readonly pieces: Pieces
  /** Those in the words of what is drawn, or of more. */
  readonly edges: readonly Edge[]
  readonly pictures: Pictures
  readonly openLink: ((href: string) => void) | null
}

/** What stands inside a paragraph, cell or caption. */
export function Inlines({
  inlines,
  path,
  drawing,
}: {
  readonly inlines: readonly Inline[]
  readonly path: NodePath
  readonly drawing: Drawing
}) {
  return inlines.map((inline, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <InlineView key={index} inline={inline} path={[...path, index]} drawing={drawing} />
  ))
}

function InlineView({
  inline,
  path,
  drawing,
}: {
  readonly inline: Inline
  readonly path: NodePath
  readonly drawing: Drawing
}): ReactNode {
  const inside = (children: readonly Inline[]): ReactNode => (
    <Inlines inlines={children} path={path} drawing={drawing} />
  )
  switch (inline.type) {
    case 'text':
      return <Words path={path} drawing={drawing} />
    case 'line-break':
      return <Words path={path} drawing={drawing} className="line-break" />
    case 'link':
      return <LinkView href={inline.href} open={drawing.openLink} content={inside(inline.children)} />
    case 'language':
      return (
        <span lang={inline.language ?? undefined} dir={inline.direction ?? undefined}>
          {inside(inline.children)}
        </span>
      )
    case 'image':
      return <Picture blob={inline.blob} alt={inline.alt} pictures={drawing.pictures} />
    case 'footnote-reference':
      return <sup className="aside">{inline.label}</sup>
    case 'page-break':
      return <span className="page-break inline">{t.reader.page(inline.label)}</span>
    default:
      return marked(inline, inside(inline.children))
  }
}

const MARK_ELEMENTS: Readonly<
  Record<MarkType, 'em' | 'strong' | 'u' | 's' | 'sup' | 'sub' | 'code' | 'span' | 'small' | 'q'>
> = {
  emphasis: 'em',
  strong: 'strong',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  'inline-code': 'code',
  highlight: 'span',
  small: 'small',
  'inline-quotation': 'q',
}

function marked({ type }: Mark, content: ReactNode): ReactNode {
  const Element = MARK_ELEMENTS[type]
  return <Element>{content}</Element>
}

function Words({
  path,
  drawing,
  className,
}: {
  readonly path: NodePath
  readonly drawing: Drawing
  readonly className?: string
}) {
  return drawing.pieces.of(path, drawing.edges).map((piece) =>
    piece.kind === 'words' ? (
      <span key={`w${String(piece.start)}`} data-start={piece.start} className={className}>
        {piece.text}
      </span>
    ) : (
      <EdgeMark key={keyOf(piece)} piece={piece} />
    ),
  )
}

const keyOf = (piece: Exclude<Piece, { kind: 'words' }>): string =>
  `${piece.kind}${piece.kind === 'crowd' ? '' : piece.annotation.id}${String(piece.start)}`

/** A link of the source. It leads out of the app, so the shell opens it, on a click with the command key or by Enter. */
function LinkView({
  href,
  open,
  content,
}: {
  readonly href: string
  readonly open: ((href: string) => void) | null
  readonly content: ReactNode
}) {
  return (
    <a
      href={href}
      title={t.reader.linkTo(href)}
      tabIndex={-1}
      onClick={(event) => {
        event.preventDefault()
        if (event.ctrlKey || event.metaKey) open?.(href)
      }}
    >
      {content}
    </a>
  )
}
