import type { Mark, Rendered } from './rendered.ts'

export const RUN_STYLES = ['italic', 'bold', 'small-caps', 'underline', 'superscript', 'subscript'] as const
export type RunStyle = (typeof RUN_STYLES)[number]

/** A stretch of rendered text in one dress. `\n` begins a line of its own. */
export interface Run {
  readonly text: string
  readonly styles: readonly RunStyle[]
  /** An http or https address, or null. */
  readonly url: string | null
}

/** What a mark adds, and what it takes away. */
const CHANGES: Readonly<Record<Mark, { readonly add?: RunStyle; readonly drop?: readonly RunStyle[] }>> = {
  italic: { add: 'italic' },
  upright: { drop: ['italic'] },
  bold: { add: 'bold' },
  regular: { drop: ['bold'] },
  'small-caps': { add: 'small-caps' },
  'full-caps': { drop: ['small-caps'] },
  underline: { add: 'underline' },
  plain: { drop: ['underline'] },
  superscript: { add: 'superscript', drop: ['subscript'] },
  subscript: { add: 'subscript', drop: ['superscript'] },
  baseline: { drop: ['superscript', 'subscript'] },
  url: {},
  doi: {},
  margin: {},
  inline: {},
  block: {},
  indent: {},
}

interface Dress {
  readonly styles: readonly RunStyle[]
  readonly url: string | null
}

/** A rendered tree as runs; neighbours in the same dress are one. */
export function runsOf(nodes: readonly Rendered[]): Run[] {
  return joinedRuns(nodes.flatMap((node) => flat(node, { styles: [], url: null })))
}

function flat(node: Rendered, dress: Dress): Run[] {
  if (typeof node === 'string') return [{ text: node, ...dress }]
  const { add, drop = [] } = CHANGES[node.mark]
  const kept = dress.styles.filter((style) => style !== add && !drop.includes(style))
  const styles = RUN_STYLES.filter((style) => style === add || kept.includes(style))
  const inside = { styles, url: dress.url ?? addressOf(node) }
  const runs = node.children.flatMap((child) => flat(child, inside))
  return node.mark === 'block' || node.mark === 'indent' ? [{ text: '\n', ...dress }, ...runs] : runs
}

/** What is set as an address leads there, where it is one. */
function addressOf(node: Exclude<Rendered, string>): string | null {
  const written = plainOf(node).trim()
  const address = node.mark === 'doi' && !/^https?:/iu.test(written) ? `https://doi.org/${written}` : written
  const leads = (node.mark === 'url' || node.mark === 'doi') && /^https?:\/\/\S+$/iu.test(address)
  return leads ? address : null
}

const plainOf = (node: Rendered): string =>
  typeof node === 'string' ? node : node.children.map(plainOf).join('')

export function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last !== undefined && last.url === run.url && last.styles.join() === run.styles.join())
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

export const plainRun = (text: string): Run => ({ text, styles: [], url: null })

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
