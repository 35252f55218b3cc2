import type { BlockContent, PhrasingContent } from 'mdast'
import type { PrintedNote } from './printed-brief.ts'
import { noteLabel } from './printed-brief.ts'

/** Lays out a note's body; called after everything that stands before it has its number. */
type Body = () => readonly BlockContent[]

/**
 * Numbers the notes of a brief in the order in which they are first referred to,
 * notes inside notes after those of the text, as readers of Markdown number them.
 */
export class NoteNumbers {
  readonly #bodies: Body[] = []
  readonly #labels = new Map<string, number>()
  readonly #laidOut: PrintedNote[] = []

  /** A new note; gives the reference to put into the text. */
  add(body: Body): PhrasingContent {
    this.#bodies.push(body)
    return reference(this.#bodies.length)
  }

  /** The author's own footnote: each place that names the label refers to the same note. */
  addLabelled(label: string, body: Body): PhrasingContent {
    const known = this.#labels.get(label)
    if (known !== undefined) return reference(known)
    this.#labels.set(label, this.#bodies.length + 1)
    return this.add(body)
  }

  has(label: string): boolean {
    return this.#labels.has(label)
  }

  /** All notes by number; bodies may add further ones while they are laid out. */
  layOut(): readonly PrintedNote[] {
    const notes = this.#laidOut
    for (let body = this.#bodies[notes.length]; body !== undefined; body = this.#bodies[notes.length])
      notes.push({ blocks: body() })
    return notes
  }
}

function reference(number: number): PhrasingContent {
  const label = noteLabel(number)
  return { type: 'footnoteReference', identifier: label, label }
}
