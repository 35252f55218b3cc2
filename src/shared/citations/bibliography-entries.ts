import type { Engine } from 'citeproc'
import type { Rendered } from './rendered.ts'
import { readEntry, readRendered } from './rendered.ts'
import type { Run } from './run.ts'
import { runsOf } from './run.ts'
import { unshielded } from './shield.ts'

export interface BibliographyEntry {
  /** The work's id. */
  readonly id: string
  /** What stands in the margin, such as a number; empty where the style has none. */
  readonly margin: readonly Run[]
  readonly runs: readonly Run[]
}

/**
 * The bibliography of an engine. Writing an entry anew costs more than all else,
 * so each is kept until something that it is written from has changed: its number,
 * what tells it from others, and the entry before it, whose author it may not repeat.
 */
export class BibliographyEntries {
  private readonly engine: Engine
  private known = new Map<string, { readonly from: string; readonly entry: BibliographyEntry | null }>()

  constructor(engine: Engine) {
    this.engine = engine
  }

  /** In the style's order; empty where the style has no bibliography. */
  read(): readonly BibliographyEntry[] {
    const { registry } = this.engine
    const ids = registry.getSortedIds()
    const from = ids.map((id, at) => {
      const { seq, disambig } = registry.registry[id] ?? {}
      return JSON.stringify([seq, disambig, ids[at - 1] ?? null])
    })
    const stale = ids.filter((id, at) => this.known.get(id)?.from !== from[at])
    const written = stale.length === 0 ? new Map<string, BibliographyEntry>() : this.write(ids, stale)
    this.known = new Map(
      ids.map((id, at) => {
        const kept = this.known.get(id)
        const isStale = kept?.from !== from[at]
        return [
          id,
          { from: from[at] ?? '', entry: isStale ? (written.get(id) ?? null) : (kept?.entry ?? null) },
        ]
      }),
    )
    return [...this.known.values()].flatMap(({ entry }) => entry ?? [])
  }

  /** Each stale entry after the one before it. */
  private write(ids: readonly string[], stale: readonly string[]): ReadonlyMap<string, BibliographyEntry> {
    const wanted = new Set(stale)
    const needed = ids.filter((id, at) => wanted.has(id) || wanted.has(ids[at + 1] ?? ''))
    const include = needed.map((value) => ({ field: 'id', value }))
    const made = this.engine.makeBibliography(needed.length === ids.length ? undefined : { include })
    if (made === false) return new Map()
    const [, texts] = made
    return new Map(
      texts.flatMap((text) => {
        const entry = readEntry(text)
        return entry === null ? [] : [[entry.id, runsIn(entry.id, entry.text)] as const]
      }),
    )
  }
}

const isMargin = (node: Rendered): boolean => typeof node !== 'string' && node.mark === 'margin'

function runsIn(id: string, text: string): BibliographyEntry {
  const nodes = readRendered(unshielded(text))
  const margin = runsOf(nodes.filter(isMargin))
  return { id, margin: trimmed(margin), runs: trimmed(runsOf(nodes.filter((node) => !isMargin(node)))) }
}

/** Without white space at both ends. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const last = runs.length - 1
  return runs
    .map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))
    .map((run, at) => (at === last ? { ...run, text: run.text.trimEnd() } : run))
    .filter(({ text }) => text !== '')
}
