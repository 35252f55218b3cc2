import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import type { CitationItem } from './nodes.ts'
import { readCitation } from './citation-syntax.ts'

declare module 'mdast' {
  interface Citation {
    type: 'citation'
    items: readonly CitationItem[]
    position?: import('mdast').Text['position']
    data?: import('mdast').Data
  }
  interface PhrasingContentMap {
    citation: Citation
  }
  interface RootContentMap {
    citation: Citation
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation'
    citationData: 'citationData'
  }
}

const OPEN = 91
const CLOSE = 93
const BACKSLASH = 92
const isLineEnding = (code: Code) => code !== null && code < -2
const asText = (code: number) => (code < 0 ? ' ' : String.fromCharCode(code))

/** `[…]` whose inside `readCitation` knows, not followed by `(`, which would make it a link. */
function tokenize(effects: Effects, ok: State, nok: State): State {
  let inner = ''

  const open: State = (code) => {
    effects.enter('citation')
    effects.enter('citationData')
    effects.consume(code)
    return inside
  }
  const inside: State = (code) => {
    if (code === null || code === OPEN || inner.length > 2000) return nok(code)
    if (isLineEnding(code)) return lineEnding(code)
    if (code === CLOSE) return readCitation(inner) === null ? nok(code) : close(code)
    inner += asText(code)
    effects.consume(code)
    return code === BACKSLASH ? escaped : inside
  }
  const escaped: State = (code) => {
    if (code !== OPEN && code !== CLOSE && code !== BACKSLASH) return inside(code)
    inner += asText(code)
    effects.consume(code)
    return inside
  }
  const lineEnding: State = (code) => {
    inner += ' '
    effects.exit('citationData')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    effects.enter('citationData')
    return inside
  }
  const close: State = (code) => {
    effects.consume(code)
    effects.exit('citationData')
    effects.exit('citation')
    return after
  }
  const after: State = (code) => (code === 40 ? nok(code) : ok(code))
  return open
}

const construct: Construct = { name: 'citation', tokenize }

export const citationSyntax: Extension = { text: { [OPEN]: construct } }

export const citationFromMarkdown: FromMarkdown = {
  enter: {
    citation(token) {
      this.enter({ type: 'citation', items: [] }, token)
    },
  },
  exit: {
    citation(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'citation') {
        node.items = readCitation(this.sliceSerialize(token).slice(1, -1)) ?? []
      }
      this.exit(token)
    },
  },
}
