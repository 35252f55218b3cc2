/** What each sheet has painted under a name: names belong to the page, and there may be two sheets. */
const painted = new Map<
  string,
  Map<symbol, { readonly ranges: readonly Range[]; readonly priority: number }>
>()

/** Chromium before 105 and test pages have none; what is painted is then only told in words. */
const registry = (): HighlightRegistry | null =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function' ? CSS.highlights : null

/** Paints ranges over a text, without touching it, as the style sheet has it for the name; returns what takes them off. */
export function paintRanges(name: string, ranges: readonly Range[], priority = 0): () => void {
  if (ranges.length === 0) return () => undefined
  const owner = Symbol(name)
  const owners = painted.get(name) ?? new Map<symbol, { ranges: readonly Range[]; priority: number }>()
  painted.set(name, owners.set(owner, { ranges, priority }))
  show(name)
  return () => {
    if (owners.delete(owner)) show(name)
  }
}

function show(name: string): void {
  const all = [...(painted.get(name)?.values() ?? [])]
  if (all.length === 0) {
    registry()?.delete(name)
    return
  }
  if (registry() === null) return
  const highlight = new Highlight(...all.flatMap(({ ranges }) => ranges))
  highlight.priority = Math.max(...all.map(({ priority }) => priority))
  registry()?.set(name, highlight)
}
