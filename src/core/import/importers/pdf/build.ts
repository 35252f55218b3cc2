import type { Block, ListItem } from '../../../../shared/document/blocks.ts'
import type { DocumentNode } from '../../../../shared/document/document.ts'
import type { Inline, PageBreak } from '../../../../shared/document/inlines.ts'
import type { OriginPlace } from '../../../../shared/document/origin-range.ts'
import type { OriginNotes } from '../../../../shared/document/origin.ts'
import type { Level } from './headings.ts'
import type { Draft } from './paragraphs.ts'
import type { Span, SpanContext } from './spans.ts'
import { spansOf } from './spans.ts'

export interface Plan {
  readonly drafts: readonly Draft[]
  readonly levels: ReadonlyMap<Draft, Level>
  readonly context: SpanContext
  /** Of the pages, the first one's first. */
  readonly labels: readonly string[]
}

/** Blocks of a document from the drafts of its text, with a page break where each page begins and the page of all words. */
export function buildBlocks(plan: Plan): { readonly blocks: Block[]; readonly notes: OriginNotes } {
  const builder = new Builder(plan)
  for (const draft of plan.drafts) builder.add(draft)
  builder.openPages(plan.labels.length)
  return { blocks: builder.blocks, notes: builder.notes }
}

/** The id of a note at the foot of a page, or of one that is gathered at the end. */
export const noteId = ({ gathered, lines, marker }: Draft): string =>
  `note-${gathered === true ? 'end' : String(lines[0]?.page ?? 1)}-${marker?.label ?? ''}`

class Builder {
  readonly blocks: Block[] = []
  readonly notes: OriginNotes = new WeakMap<DocumentNode, OriginPlace>()
  readonly #plan: Plan
  #pages = 0
  #items: ListItem[] | null = null
  #ordered = false

  constructor(plan: Plan) {
    this.#plan = plan
  }

  add(draft: Draft): void {
    const page = draft.lines[0]?.page ?? 1
    const breaks = this.#breaksUpTo(page)
    const children = this.#inlines(draft)
    if (draft.kind === 'item') return this.#addItem(draft, [...breaks, { type: 'paragraph', children }])
    this.#items = null
    this.blocks.push(...breaks)
    if (draft.kind === 'note') {
      const label = draft.marker?.label ?? ''
      const paragraph: Block = { type: 'paragraph', children }
      this.blocks.push({ type: 'footnote', id: noteId(draft), label, children: [paragraph] })
      return
    }
    const level = this.#plan.levels.get(draft)
    this.blocks.push(
      level === undefined ? { type: 'paragraph', children } : { type: 'heading', level, children },
    )
  }

  openPages(last: number): void {
    this.blocks.push(...this.#breaksUpTo(last))
  }

  #breaksUpTo(page: number): PageBreak[] {
    const breaks: PageBreak[] = []
    while (this.#pages < page) {
      breaks.push({ type: 'page-break', label: this.#plan.labels[this.#pages] ?? '' })
      this.#pages += 1
    }
    return breaks
  }

  #addItem({ marker }: Draft, children: Block[]): void {
    const ordered = marker?.number != null
    const item: ListItem = { type: 'list-item', checked: null, children }
    if (this.#items !== null && this.#ordered === ordered) {
      this.#items.push(item)
      return
    }
    this.#items = [item]
    this.#ordered = ordered
    this.blocks.push({ type: 'list', ordered, start: marker?.number ?? 1, children: this.#items })
  }

  #inlines(draft: Draft): Inline[] {
    const spans = spansOf(draft.lines, draft.marker?.words ?? 0, this.#plan.context)
    return spans.flatMap((span) => [...this.#breaksUpTo(span.page), this.#inline(span)])
  }

  #inline({ value, style, page, firstItem, lastItem }: Span): Inline {
    const target = style === 'reference' ? this.#plan.context.noteFor(page, value) : null
    if (target !== null) return { type: 'footnote-reference', target, label: value }
    const text = { type: 'text', value } as const
    this.notes.set(text, { kind: 'page', page, firstItem, lastItem })
    return style === 'plain' || style === 'reference' ? text : { type: style, children: [text] }
  }
}
