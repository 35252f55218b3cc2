import { $findMatchingParent, $getNearestNodeFromDOMNode, $getRoot, type NodeKey } from 'lexical'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { FootnoteNode } from '../nodes/footnote.tsx'
import { useSession } from '../session-context.tsx'
import type { BriefSession } from '../session.ts'
import { EdgeScroll } from './edge-scroll.ts'
import { moveBefore } from './move.ts'
import { scrollerOf } from './useEdgeScroll.ts'

interface Hovered {
  readonly key: NodeKey
  /** In pixels from the top of the draft's place. */
  readonly top: number
  /** While it is dragged. */
  readonly target: Target | null
}

/** Where a dragged block would go: before which one (null: last), and the place of the line that shows it. */
interface Target {
  readonly before: NodeKey | null
  readonly top: number
}

/**
 * The handle in the margin of the block under the pointer. While it is dragged an ink line shows where the block would go;
 * Escape lets it stay. By keyboard the same is done with Alt+Shift and the arrows.
 */
export function BlockHandle() {
  const session = useSession()
  const place = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useHovered(session, place)
  const drag = useRef<Drag | null>(null)
  const start = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current?.end()
    drag.current = new Drag(session, (y) => {
      const target = targetAt(session, place.current, y)
      setHovered((block) => (block === null ? null : { ...block, target }))
    })
  }
  const end = (take: boolean): void => {
    if (take && hovered !== null && hovered.target !== null)
      moveBefore(session.editor, hovered.key, hovered.target.before)
    setHovered(null)
  }
  // The handle goes at the end of a drag, and by a key in the midst of one.
  useEffect(() => {
    if (hovered !== null) return
    drag.current?.end()
    drag.current = null
  }, [hovered])
  useEffect(() => () => drag.current?.end(), [])
  return (
    <div ref={place} className="block-handle-place" aria-hidden="true">
      {hovered !== null && (
        <span
          className="block-handle"
          title={t.blocks.handle}
          style={{ insetBlockStart: `${String(hovered.top)}px` }}
          onPointerDown={start}
          onPointerMove={({ clientY }) => drag.current?.at(clientY)}
          onPointerUp={() => end(true)}
          onPointerCancel={() => end(false)}
        />
      )}
      {hovered !== null && hovered.target !== null && (
        <span className="block-line" style={{ insetBlockStart: `${String(hovered.target.top)}px` }} />
      )}
    </div>
  )
}

/** A block on its way: at the edges of the sheet it scrolls, and what it is over changes with that. */
class Drag {
  readonly #edge: EdgeScroll | null
  readonly #over: (y: number) => void
  #y = 0

  constructor(session: BriefSession, over: (y: number) => void) {
    const scroller = scrollerOf(session)
    this.#over = over
    this.#edge = scroller === null ? null : new EdgeScroll(scroller, () => over(this.#y))
  }

  at(y: number): void {
    this.#y = y
    this.#over(y)
    this.#edge?.at(y)
  }

  end(): void {
    this.#edge?.stop()
  }
}

function useHovered(session: BriefSession, place: React.RefObject<HTMLElement | null>) {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  useEffect(() => {
    const { editor, root } = session
    let last = ''
    const onMove = ({ target, buttons, screenX, screenY }: MouseEvent): void => {
      // When what is under a pointer at rest moves, as with each key, the browser says that the pointer did.
      const here = `${String(screenX)} ${String(screenY)}`
      if (buttons !== 0 || here === last || !(target instanceof Node)) return
      last = here
      const key = editor.read(() => $keyOf(target))
      const element = key === null ? null : editor.getElementByKey(key)
      const top = place.current?.getBoundingClientRect().top ?? 0
      if (key !== null && element !== null)
        setHovered({ key, top: element.getBoundingClientRect().top - top, target: null })
    }
    const hide = (): void => setHovered(null)
    root.addEventListener('mousemove', onMove)
    root.addEventListener('keydown', hide)
    return () => {
      root.removeEventListener('mousemove', onMove)
      root.removeEventListener('keydown', hide)
    }
  }, [session, place])
  return [hovered, setHovered] as const
}

/** The block of the sheet that an element stands in; none for a footnote, which keeps its place at the end. */
function $keyOf(target: Node): NodeKey | null {
  const node = $getNearestNodeFromDOMNode(target)
  const block = node === null ? null : $findMatchingParent(node, (each) => $getRoot().is(each.getParent()))
  return block === null || block instanceof FootnoteNode ? null : block.getKey()
}

function targetAt({ editor }: BriefSession, place: HTMLElement | null, y: number): Target | null {
  const top = place?.getBoundingClientRect().top ?? 0
  const blocks = editor.read(() =>
    $getRoot()
      .getChildren()
      .filter((node) => !(node instanceof FootnoteNode))
      .map((node) => node.getKey()),
  )
  let last = 0
  for (const key of blocks) {
    const box = editor.getElementByKey(key)?.getBoundingClientRect()
    if (box === undefined) continue
    if (y < box.top + box.height / 2) return { before: key, top: box.top - top - 4 }
    last = box.bottom
  }
  return { before: null, top: last - top + 2 }
}
