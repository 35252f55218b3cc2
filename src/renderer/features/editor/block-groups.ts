/** Blocks of a group: some screens of them, so that few are laid out with those in sight. */
const GROUP = 32
const MOST = 2 * GROUP

/** Pixels: about what a line and what stands between blocks take, for blocks that were never laid out. */
const LINE = 27
const BETWEEN = 13
const CHARACTERS_A_LINE = 68

// What holds the groups can be written in, as the blocks can: else a selection by the pointer ends at its block's edges.
// The first group is always laid out: a focus without a selection seeks the first place for a caret, and would look through
// all that is not for one, for half a second at 100,000 words.
const LOOK = `
.groups { -webkit-user-modify: read-write; outline: none }
.groups > div:not(:first-child) { content-visibility: auto }
`

/**
 * Lays a long draft's blocks out in groups, of which the browser leaves those out of sight alone. A containment of each
 * block of its own costs more than it saves where there are thousands, since all are looked at in every frame. The blocks
 * stay the children of the sheet's element, as the editor wants them: the groups are slots of its shadow, and no part of
 * the document.
 */
export class BlockGroups {
  readonly #root: HTMLElement
  readonly #groups: HTMLElement

  constructor(root: HTMLElement) {
    this.#root = root
    this.#groups = document.createElement('div')
    this.#groups.className = 'groups'
    this.#groups.append(groupElement())
    const shadow = root.attachShadow({ mode: 'open', slotAssignment: 'manual' })
    const look = new CSSStyleSheet()
    look.replaceSync(LOOK)
    shadow.adoptedStyleSheets = [look]
    shadow.append(this.#groups)
    this.settle()
    this.#takeIn()
    // What came in otherwise, such as by the browser's own editing, and what is left after removals.
    new MutationObserver(() => this.settle()).observe(root, { childList: true })
  }

  /** The groups between two heights of the window, in pixels: the blocks of each. Blocks out of sight are not laid out for it. */
  between(top: number, bottom: number): readonly (readonly Element[])[] {
    return this.#slots().flatMap((slot) => {
      const box = slot.parentElement?.getBoundingClientRect()
      const isIn = box !== undefined && box.height > 0 && box.bottom >= top && box.top <= bottom
      return isIn ? [slot.assignedElements()] : []
    })
  }

  /**
   * Has the group of what stands in a block laid out, before the caret is put there: the browser would look for a place for
   * it through all of the draft. Once it is there, and in sight, the group stays so by itself.
   */
  layOut(within: Element): void {
    let block = within
    while (block.parentElement !== null && block.parentElement !== this.#root) block = block.parentElement
    const style = block.assignedSlot?.parentElement?.style
    style?.setProperty('content-visibility', 'visible')
    requestAnimationFrame(() => requestAnimationFrame(() => style?.removeProperty('content-visibility')))
  }

  /** Puts every block into a group, in the order of the sheet; groups that grew are parted, empty ones go. */
  settle(): void {
    const slots = this.#slots()
    const places = new Map(slots.map((slot, place) => [slot, place]))
    const blocks = slots.map((): Element[] => [])
    let at = 0
    for (const block of this.#root.children) {
      const own = block.assignedSlot
      at = Math.max(at, (own && places.get(own)) ?? 0)
      blocks[at]?.push(block)
    }
    for (const [place, slot] of slots.entries()) this.#fill(slot, blocks[place] ?? [])
    for (const slot of slots)
      if (slot.assignedElements().length === 0 && this.#groups.childElementCount > 1)
        slot.parentElement?.remove()
  }

  /**
   * A block has its group as soon as it is put in: the editor scrolls to the caret at once, and what is in no group has no
   * place.
   */
  #takeIn(): void {
    const root = this.#root
    root.insertBefore = <T extends Node>(node: T, before: Node | null): T => {
      Node.prototype.insertBefore.call(root, node, before)
      if (node instanceof Element) this.#put(node)
      return node
    }
    root.replaceChild = <T extends Node>(node: Node, old: T): T => {
      Node.prototype.replaceChild.call(root, node, old)
      if (node instanceof Element) this.#put(node)
      return old
    }
  }

  /** Into the group of what it stands beside. */
  #put(block: Element): void {
    const { previousElementSibling: before, nextElementSibling: after } = block
    const slot = before?.assignedSlot ?? after?.assignedSlot ?? this.#slots()[0]
    if (slot === undefined) return
    const others = slot.assignedElements().filter((other) => other !== block)
    const place = before?.assignedSlot === slot ? others.indexOf(before) + 1 : 0
    this.#fill(slot, others.toSpliced(place, 0, block))
  }

  #fill(slot: HTMLSlotElement, blocks: readonly Element[]): void {
    if (blocks.length <= MOST) return assign(slot, blocks)
    const end = endOfGroup(blocks)
    const next = groupElement()
    slot.parentElement?.after(next)
    const nextSlot = next.querySelector('slot')
    assign(slot, blocks.slice(0, end))
    if (nextSlot !== null) this.#fill(nextSlot, blocks.slice(end))
  }

  #slots(): readonly HTMLSlotElement[] {
    return Array.from(this.#groups.querySelectorAll('slot'))
  }
}

/** After a paragraph, which has no space of its own beneath that would join with the next block's in one group. */
function endOfGroup(blocks: readonly Element[]): number {
  const end = blocks.findIndex((block, at) => at + 1 >= GROUP && block.tagName === 'P') + 1
  return end === 0 || end > MOST ? GROUP : end
}

function groupElement(): HTMLElement {
  const group = document.createElement('div')
  group.append(document.createElement('slot'))
  return group
}

function assign(slot: HTMLSlotElement, blocks: readonly Element[]): void {
  const before = slot.assignedElements()
  if (before.length === blocks.length && before.every((block, at) => block === blocks[at])) return
  slot.assign(...blocks)
  const height = blocks.reduce((sum, { textContent }) => sum + heightOf(textContent ?? ''), 0)
  slot.parentElement?.style.setProperty(
    'contain-intrinsic-block-size',
    `auto ${String(Math.round(height))}px`,
  )
}

const heightOf = ({ length }: string): number =>
  Math.max(1, Math.ceil(length / CHARACTERS_A_LINE)) * LINE + BETWEEN
