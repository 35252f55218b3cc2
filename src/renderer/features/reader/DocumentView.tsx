import { createContext, memo, useContext, useMemo, type ReactNode } from 'react'
import type { Block, Part } from '../../../shared/document/blocks.ts'
import type { Document, NodePath } from '../../../shared/document/document.ts'
import { t } from '../../app/strings/catalogue.ts'
import { NO_EDGES, type Edge, type Edges } from './edges.ts'
import { Inlines, type Drawing } from './Inlines.tsx'

const DrawingContext = createContext<Drawing | null>(null)

function useDrawing(): Drawing {
  const drawing = useContext(DrawingContext)
  if (drawing === null) throw new Error('There is nothing to draw here.')
  return drawing
}

/** A document as React elements: its types hold nothing that could carry script, so nothing has to be filtered. */
export const DocumentView = memo(function DocumentView({
  document,
  drawing,
  edges,
  most,
}: {
  readonly document: Document
  readonly drawing: Omit<Drawing, 'edges'>
  /** None where there are no highlights. */
  readonly edges?: Edges
  /** So many of its blocks are drawn, from the first on; all of them when it is not there. */
  readonly most?: number
}) {
  return (
    <>
      {document.children.slice(0, most).map((block, index) => (
        <TopBlock
          // oxlint-disable-next-line react/no-array-index-key -- a document never changes under its view
          key={index}
          block={block}
          index={index}
          drawing={drawing}
          edges={edges?.get(index) ?? NO_EDGES}
        />
      ))}
    </>
  )
})

/** Not drawn again when more blocks come after it, or highlights change in others. */
const TopBlock = memo(function TopBlock({
  block,
  index,
  drawing,
  edges,
}: {
  readonly block: Block
  readonly index: number
  readonly drawing: Omit<Drawing, 'edges'>
  readonly edges: readonly Edge[]
}) {
  const whole = useMemo(() => ({ ...drawing, edges }), [drawing, edges])
  return (
    <DrawingContext value={whole}>
      <BlockView block={block} path={[index]} />
    </DrawingContext>
  )
})

function Blocks({ blocks, path }: { readonly blocks: readonly (Block | Part)[]; readonly path: NodePath }) {
  // A document never changes under its view, so a place in it is a name that lasts.
  // oxlint-disable-next-line react/no-array-index-key
  return blocks.map((block, index) => <BlockView key={index} block={block} path={[...path, index]} />)
}

interface Drawn<T extends Block | Part = Block | Part> {
  readonly block: T
  readonly path: NodePath
}

function BlockView({ block, path }: Drawn): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p dir="auto">{words(block, path)}</p>
    case 'heading':
      return <HeadingView block={block} path={path} />
    case 'code':
      return (
        <pre>
          <code>{words(block, path)}</code>
        </pre>
      )
    case 'caption':
      return (
        <figcaption className="caption" dir="auto">
          {words(block, path)}
        </figcaption>
      )
    case 'list':
      return block.ordered ? (
        <ol start={block.start}>{inside(block, path)}</ol>
      ) : (
        <ul>{inside(block, path)}</ul>
      )
    case 'list-item':
      return (
        <li>
          {block.checked !== null && <TaskMark done={block.checked} />}
          {inside(block, path)}
        </li>
      )
    case 'quotation':
      return <blockquote>{inside(block, path)}</blockquote>
    case 'table':
      return <TableView block={block} path={path} />
    case 'table-row':
      return <tr>{inside(block, path)}</tr>
    case 'table-cell':
      return <CellView block={block} path={path} />
    case 'figure':
      return <figure>{inside(block, path)}</figure>
    case 'definition-list':
      return <dl>{inside(block, path)}</dl>
    case 'definition-term':
      return <dt dir="auto">{words(block, path)}</dt>
    case 'definition-description':
      return <dd>{inside(block, path)}</dd>
    case 'footnote':
      return (
        <aside className="footnote" data-label={block.label}>
          {inside(block, path)}
        </aside>
      )
    case 'thematic-break':
      return <hr />
    case 'page-break':
      return <div className="page-break">{t.reader.page(block.label)}</div>
  }
}

type Leaf = Extract<Block | Part, { readonly children: readonly unknown[] }>

const inside = (block: { readonly children: readonly (Block | Part)[] }, path: NodePath): ReactNode => (
  <Blocks blocks={block.children} path={path} />
)

const words = (
  block: Extract<Leaf, { type: 'paragraph' | 'code' | 'caption' | 'definition-term' }>,
  path: NodePath,
): ReactNode => <Words block={block} path={path} />

type WithWords = Extract<
  Leaf,
  { type: 'paragraph' | 'code' | 'caption' | 'definition-term' | 'heading' | 'table-cell' }
>

function Words({ block, path }: Drawn<WithWords>) {
  return <Inlines inlines={block.children} path={path} drawing={useDrawing()} />
}

/** A source's headings stand under the window's own first two. */
function HeadingView({ block, path }: Drawn<Extract<Block, { type: 'heading' }>>) {
  const content = <Words block={block} path={path} />
  switch (block.level) {
    case 1:
    case 2:
      return <h2 dir="auto">{content}</h2>
    case 3:
      return <h3 dir="auto">{content}</h3>
    default:
      return <h4 dir="auto">{content}</h4>
  }
}

function TableView({ block, path }: Drawn<Extract<Block, { type: 'table' }>>) {
  const at = (index: number): NodePath => [...path, index]
  const caption = block.children.findIndex(({ type }) => type === 'caption')
  const captionBlock = block.children[caption]
  return (
    <div className="table" role="region" aria-label={t.reader.scrollable} tabIndex={0}>
      <table>
        {captionBlock?.type === 'caption' && (
          <caption>
            <Words block={captionBlock} path={at(caption)} />
          </caption>
        )}
        <tbody>
          {block.children.map((row, index) =>
            // oxlint-disable-next-line react/no-array-index-key
            row.type === 'table-row' ? <BlockView key={index} block={row} path={at(index)} /> : null,
          )}
        </tbody>
      </table>
    </div>
  )
}

function CellView({ block, path }: Drawn<Extract<Part, { type: 'table-cell' }>>) {
  const spans = { colSpan: block.columns, rowSpan: block.rows, dir: 'auto' }
  const content = <Words block={block} path={path} />
  return block.header ? <th {...spans}>{content}</th> : <td {...spans}>{content}</td>
}

function TaskMark({ done }: { readonly done: boolean }) {
  const label = done ? t.reader.taskDone : t.reader.taskOpen
  return <span className={done ? 'task done' : 'task'} role="img" aria-label={label} />
}
