import type { Region } from './columns.ts'
import { headingKey } from './headings.ts'
import { footOf, notesOf } from './notes.ts'
import type { Draft, PlacedLine, Setting } from './paragraphs.ts'
import { paragraphsOf } from './paragraphs.ts'
import { lineFrom, type Line } from './lines.ts'

/** A page whose words are in order. */
export interface OrderedPage {
  readonly number: number
  readonly regions: readonly Region[]
  /** Lines that are turned another way. */
  readonly turned: readonly Line[]
}

/**
 * The whole text in reading order: a paragraph that goes on in the next column or
 * on the next page is one; what stands beside the text, and the notes at the
 * foot, come after the main text of their page.
 */
export function flowOf(pages: readonly OrderedPage[], setting: Setting): Draft[] {
  const flow: Draft[] = []
  let lastNote = -1
  for (const page of pages) {
    const { main, beside, notes } = draftsOf(page, setting, flow[lastNote])
    for (const drafts of main) addRegion(flow, drafts, setting)
    flow.push(...beside)
    for (const note of notes) {
      const before = flow[lastNote]
      if (note.marker === null && before !== undefined) {
        flow[lastNote] = { ...before, lines: [...before.lines, ...note.lines] }
      } else {
        lastNote = flow.length
        flow.push(note)
      }
    }
  }
  return flow
}

interface PageDrafts {
  readonly main: readonly (readonly Draft[])[]
  readonly beside: readonly Draft[]
  readonly notes: readonly Draft[]
}

function draftsOf(
  { number, regions, turned }: OrderedPage,
  setting: Setting,
  noteBefore: Draft | undefined,
): PageDrafts {
  const main: Draft[][] = []
  const beside: Draft[] = []
  const notes: Draft[] = []
  for (const region of regions) {
    const note = notes.at(-1) ?? noteBefore
    const unfinished = note !== undefined && !isEnded(endOf(note.lines.at(-1)))
    const foot = footOf(region, setting, unfinished)
    const drafts = paragraphsOf(region, foot.text, number, setting)
    if (region.aside) beside.push(...drafts)
    else main.push(drafts)
    notes.push(...notesOf(region, foot.notes, number))
  }
  for (const line of turned) {
    const lines = [{ line: lineFrom(line.words), page: number }]
    beside.push({ lines, kind: 'text', marker: null, aside: true, full: false, indented: false })
  }
  return { main, beside, notes }
}

/** How many drafts back the paragraph that goes on may stand, with a figure's caption between. */
const REACH = 8

function addRegion(flow: Draft[], drafts: readonly Draft[], setting: Setting): void {
  const at = drafts.findIndex((draft) => isBody(draft, setting))
  const first = drafts[at]
  const tail = tailOf(flow, setting)
  const before = flow[tail]
  if (first === undefined || before === undefined || at > 3 || !goesOn(before, first)) {
    flow.push(...drafts)
    return
  }
  flow[tail] = { ...before, lines: [...before.lines, ...first.lines], full: first.full }
  flow.push(...drafts.slice(0, at), ...drafts.slice(at + 1))
}

/** The last paragraph of the main text, unless a heading came after it. */
function tailOf(flow: readonly Draft[], setting: Setting): number {
  for (let index = flow.length - 1; index >= Math.max(0, flow.length - REACH); index -= 1) {
    const draft = flow[index]
    if (draft === undefined) return -1
    if (headingKey(draft, setting) !== null) return -1
    if (isBody(draft, setting)) return index
  }
  return -1
}

function isBody(draft: Draft, setting: Setting): boolean {
  const size = draft.lines[0]?.line.size ?? 0
  return (
    draft.kind !== 'note' &&
    !draft.aside &&
    Math.abs(size - setting.body) < setting.body * 0.08 &&
    headingKey(draft, setting) === null
  )
}

function goesOn(before: Draft, next: Draft): boolean {
  if (next.kind !== 'text') return false
  const end = endOf(before.lines.at(-1))
  const start = startOf(next.lines[0])
  if (/[\p{L}\p{M}][-‐]$/u.test(end)) return /^\p{L}/u.test(start)
  const ended = isEnded(end)
  if (/^[\p{Ll}\p{Lo}]/u.test(start) && !next.indented) return !ended || before.full
  return !ended && before.full && !next.indented
}

const isEnded = (text: string): boolean => /[.!?…:。！？؟][\p{Pf}\p{Pe}"'’”\d*†]*$/u.test(text)

const endOf = (placed: PlacedLine | undefined): string => placed?.line.words.at(-1)?.text ?? ''
const startOf = (placed: PlacedLine | undefined): string => placed?.line.words[0]?.text ?? ''
