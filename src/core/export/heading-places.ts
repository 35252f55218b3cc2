import type { BlockContent, Heading } from 'mdast'
import { plainText } from './printed-brief.ts'

/** Names of headings that links inside a brief lead to, as Markdown readers make them: `#the-strike-ends`. */
export class HeadingPlaces {
  readonly #numbers = new Map<Heading, number>()
  readonly #named = new Map<string, number>()

  constructor(blocks: readonly BlockContent[]) {
    for (const heading of headingsIn(blocks)) this.#add(heading)
  }

  /** From 1, in the order in which they stand. */
  numberOf(heading: Heading): number | null {
    return this.#numbers.get(heading) ?? null
  }

  /** The number of the heading that an address `#…` leads to; null when it leads to none. */
  find(url: string): number | null {
    if (!url.startsWith('#')) return null
    return this.#named.get(decoded(url.slice(1)).toLowerCase()) ?? null
  }

  #add(heading: Heading): void {
    const number = this.#numbers.size + 1
    this.#numbers.set(heading, number)
    const name = nameOf(plainText(heading))
    for (let copy = 0; ; copy += 1) {
      const numbered = copy === 0 ? name : `${name}-${copy}`
      if (this.#named.has(numbered)) continue
      this.#named.set(numbered, number)
      return
    }
  }
}

function headingsIn(nodes: readonly { readonly type: string }[]): readonly Heading[] {
  return nodes.flatMap((node): readonly Heading[] => {
    if (isHeading(node)) return [node]
    return 'children' in node && Array.isArray(node.children) ? headingsIn(node.children) : []
  })
}

const isHeading = (node: { readonly type: string }): node is Heading => node.type === 'heading'

const nameOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
