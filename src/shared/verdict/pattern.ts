import { isApostrophe, isHyphen } from './characters.ts'
import { fold, type FoldedText } from './fold.ts'
import { isInsideWord, wordAt, wordBefore, type Mark } from './marks.ts'
import { wordsOf } from './words.ts'

/** Words that must stand in the source as they are. */
export interface TextAtom {
  readonly kind: 'text'
  /** The words without `[sic]` and notes, trimmed where a gap or an end of the quotation is beside them. */
  readonly clean: string
  readonly folded: FoldedText
  readonly words: number
  /** Where the words stand in the quotation, notes included. */
  readonly start: number
  readonly end: number
  /** Notes taken out: offset in `clean` (right after it) and what was taken, with its space. */
  readonly notes: readonly { readonly at: number; readonly text: string }[]
}

/** One word of which a part stands in brackets: kept pieces and holes in turn. */
export interface PartAtom {
  readonly kind: 'part'
  readonly start: number
  readonly end: number
  readonly segments: readonly WordSegment[]
}

export interface WordSegment {
  readonly hole: boolean
  /** Kept letters or the bracket's content, folded. */
  readonly text: string
  readonly start: number
  readonly end: number
}

export type Atom = TextAtom | PartAtom

/** What stands between two atoms; no marks: they stand side by side. */
export interface Joint {
  readonly marks: readonly Mark[]
}

/** A reading of a quotation: `joints[i]` stands before `atoms[i]`, the last one after the last atom. */
export interface Pattern {
  readonly quotation: string
  readonly atoms: readonly Atom[]
  readonly joints: readonly Joint[]
  /** Marks that change nothing. */
  readonly notes: readonly Mark[]
}

type Piece = { readonly kind: 'text'; readonly start: number; readonly end: number } | Mark | PartAtom

/** Reads a quotation with these marks as marks and everything else as words; null when no mark can be read so. */
export function readPattern(quotation: string, marks: readonly Mark[]): Pattern | null {
  const pieces = split(quotation, marks)
  if (!pieces) return null
  const atoms: Atom[] = []
  const joints: Joint[] = []
  let between: Mark[] = []
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]
    if (!piece || piece.kind === 'sic' || piece.kind === 'emphasis') continue
    if (piece.kind === 'omission' || piece.kind === 'bracket') {
      between.push(piece)
      continue
    }
    const atom = piece.kind === 'part' ? piece : textAtom(quotation, pieces, i)
    if (atom.kind === 'text') i = lastOfRun(pieces, i)
    if (atom.kind === 'text' && atom.folded.text === '') continue
    joints.push({ marks: between })
    atoms.push(atom)
    between = []
  }
  joints.push({ marks: between })
  if (atoms.length === 0) return null
  return { quotation, atoms, joints, notes: marks.filter((m) => m.kind === 'sic' || m.kind === 'emphasis') }
}

function split(quotation: string, marks: readonly Mark[]): readonly Piece[] | null {
  const pieces: Piece[] = []
  let at = 0
  for (let i = 0; i < marks.length; i += 1) {
    const mark = marks[i]
    if (!mark || mark.start < at) continue
    if (!isInsideWord(quotation, mark)) {
      if (mark.start > at) pieces.push({ kind: 'text', start: at, end: mark.start })
      pieces.push(mark)
      at = mark.end
      continue
    }
    const part = partAtom(quotation, marks, i, at)
    if (!part) return null
    if (part.start > at) pieces.push({ kind: 'text', start: at, end: part.start })
    pieces.push(part)
    at = part.end
  }
  if (at < quotation.length) pieces.push({ kind: 'text', start: at, end: quotation.length })
  return pieces
}

/** The whole word around bracket `index`, with further brackets inside it. */
function partAtom(quotation: string, marks: readonly Mark[], index: number, least: number): PartAtom | null {
  const first = marks[index]
  if (!first) return null
  let start = first.start
  while (start > least && isPartOfWord(quotation, start - 1)) start -= 1
  const segments: WordSegment[] = []
  if (start < first.start) segments.push(kept(quotation, start, first.start))
  let at = first.start
  while (at < quotation.length) {
    const mark = marks.find((m) => m.start === at && m.kind === 'bracket')
    if (mark) {
      if (!/^[\p{L}\p{M}’'´-]+$/u.test(mark.content)) return null
      segments.push({ hole: true, text: fold(mark.content).text, start: mark.start, end: mark.end })
      at = mark.end
    } else {
      const from = at
      while (at < quotation.length && isPartOfWord(quotation, at)) at += 1
      if (at === from) break
      segments.push(kept(quotation, from, at))
    }
  }
  return { kind: 'part', start, end: at, segments }
}

function kept(quotation: string, start: number, end: number): WordSegment {
  return { hole: false, text: fold(quotation.slice(start, end)).text, start, end }
}

/** A word character, or an apostrophe or hyphen between two parts of a word. */
function isPartOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if ((code >= 0xd800 && code <= 0xdfff) || wordAt(text, at)) return true
  if (!isApostrophe(code) && !isHyphen(code)) return false
  const before = wordBefore(text, at) || text[at - 1] === ']'
  return before && (wordAt(text, at + 1) || text[at + 1] === '[')
}

/** Text pieces parted by notes only are one run. */
function lastOfRun(pieces: readonly Piece[], index: number): number {
  let last = index
  for (let i = index + 1; i < pieces.length; i += 1) {
    const kind = pieces[i]?.kind
    if (kind === 'text') last = i
    else if (kind !== 'sic' && kind !== 'emphasis') break
  }
  return last
}

function textAtom(quotation: string, pieces: readonly Piece[], index: number): TextAtom {
  const last = lastOfRun(pieces, index)
  const run = joinRun(quotation, pieces.slice(index, last + 1))
  const afterPart = pieces.slice(0, index).findLast(isNoNote)?.kind === 'part'
  const beforePart = pieces.slice(last + 1).find(isNoNote)?.kind === 'part'
  const { text, cut, tail } = trim(run.clean, !afterPart, !beforePart)
  const folded = fold(text)
  return {
    kind: 'text',
    clean: text,
    folded,
    words: wordsOf(folded).length,
    start: (pieces[index]?.start ?? 0) + cut,
    end: (pieces[last]?.end ?? 0) - tail,
    notes: run.notes.map((note) => ({ ...note, at: Math.min(Math.max(note.at - cut, 0), text.length) })),
  }
}

interface Run {
  clean: string
  notes: { at: number; text: string }[]
}

/** Takes the notes out of a run; a note goes with the space before it where that would stand double. */
function joinRun(quotation: string, pieces: readonly Piece[]): Run {
  const run: Run = { clean: '', notes: [] }
  for (const { kind, start, end } of pieces) {
    const text = quotation.slice(start, end)
    if (kind !== 'text') run.notes.push({ at: run.clean.length, text })
    else appendAfterNote(run, text)
  }
  return run
}

function appendAfterNote(run: Run, text: string): void {
  const note = run.notes.at(-1)
  const space = run.clean.slice(run.clean.trimEnd().length)
  if (note?.at === run.clean.length && space !== '' && /^(?:[\s.,;:!?)’”"»]|$)/u.test(text)) {
    run.clean = run.clean.slice(0, run.clean.length - space.length)
    run.notes[run.notes.length - 1] = { at: run.clean.length, text: space + note.text }
  }
  run.clean += text
}

function isNoNote(piece: Piece): boolean {
  return piece.kind !== 'sic' && piece.kind !== 'emphasis'
}

function trim(text: string, start: boolean, end: boolean): { text: string; cut: number; tail: number } {
  const cut = start ? text.length - text.trimStart().length : 0
  const tail = end ? text.length - text.trimEnd().length : 0
  return { text: text.slice(cut, Math.max(cut, text.length - tail)), cut, tail }
}

export function hasOmission(pattern: Pattern): boolean {
  return pattern.joints.some((joint) => joint.marks.some((mark) => mark.kind === 'omission'))
}
