import { joinLines } from './lines.ts'
import { prepare, type PreparedText } from './prepared.ts'
import { wordKeys } from './similar.ts'
import { speechesOf, type Speech } from './speech.ts'
import type { Witness } from './witness.ts'

/** A witness made ready for judging; each part is made when first wanted and kept with the witness. */
export interface ReadyWitness {
  readonly witness: Witness
  readonly text: () => PreparedText
  /** Further readings of a paged text, its line ends joined. */
  readonly lines: () => readonly PreparedText[]
  readonly title: () => PreparedText
  readonly keys: () => readonly string[]
  readonly speeches: () => readonly Speech[]
}

const readied = new WeakMap<Witness, ReadyWitness>()

export function ready(witness: Witness): ReadyWitness {
  const known = readied.get(witness)
  if (known) return known
  const text = lazy(() => prepare(witness.text))
  const made: ReadyWitness = {
    witness,
    text,
    lines: lazy(() => (witness.pageAt ? joinLines(witness.text) : [])),
    title: lazy(() => prepare(witness.title)),
    keys: lazy(() => wordKeys(text(), text().words)),
    speeches: lazy(() => speechesOf(witness.text)),
  }
  readied.set(witness, made)
  return made
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
