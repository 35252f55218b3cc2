import { directive } from 'micromark-extension-directive'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    verbatimDirective: 'verbatimDirective'
  }
}

/**
 * Generic directives, but only the product's own: `:quote[…]{#…}`, `:set-aside[…]`
 * and `:::quote{#…}`. Every other colon (`10:30`, `:smile:`, `:::note`) stays text,
 * because the tokenizer looks ahead and never starts a directive there.
 */

const COLON = 58
const isLineEnding = (code: Code) => code === null || code < -2

/** Feeds a predicate one code after the other, until it says yes or no; consumes nothing for good. */
function lookahead(scan: () => (code: Code) => boolean | null): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const next = scan()
      const start: State = (code) => {
        effects.enter('verbatimDirective')
        return step(code)
      }
      const step: State = (code) => {
        const answer = next(code)
        if (answer === null && code !== null) {
          effects.consume(code)
          return step
        }
        effects.exit('verbatimDirective')
        return answer === true ? ok(code) : nok(code)
      }
      return start
    },
  }
}

/** The deepest brackets that the directive's own tokenizer takes. */
const DEEPEST = 32
const LONGEST_LABEL = 20_000
const LONGEST_ATTRIBUTES = 500

/** `:quote[…]{…#…}` or `:set-aside[…]`, brackets balanced. */
function textDirective(): (code: Code) => boolean | null {
  let name = ''
  let attributeText = ''
  let depth = 0
  let length = 0
  let escaped = false
  let inAttributes = false
  return (code) => {
    length += 1
    if (code === null || length > LONGEST_LABEL || depth > DEEPEST) return false
    const character = code < 0 ? ' ' : String.fromCharCode(code)
    if (inAttributes) {
      attributeText += character
      return attributeText.length > LONGEST_ATTRIBUTES ? false : attributes(attributeText)
    }
    if (depth === 0) {
      name += character
      return opening(name, () => (depth = 1))
    }
    if (escaped) escaped = false
    else if (character === '\\') escaped = true
    else if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    if (depth > 0) return null
    inAttributes = true
    return name === ':set-aside[' ? true : null
  }
}

/** `#id`, or `id="…"` for an id that the short form cannot hold. */
const NAMES_ID = /#|[{\s]id=/u

function opening(read: string, opened: () => void): false | null {
  if (read === ':quote[' || read === ':set-aside[') opened()
  return ':quote['.startsWith(read) || ':set-aside['.startsWith(read) ? null : false
}

/** `{#id …}` at the end of what was read: true once it is whole, false when it can no longer be. */
function attributes(read: string): boolean | null {
  if (!read.startsWith('{')) return false
  return read.endsWith('}') ? NAMES_ID.test(read) : null
}

/** The line `:::quote{#…}`. */
function containerFence(): (code: Code) => boolean | null {
  let read = ''
  return (code) => {
    if (isLineEnding(code)) return /^:{3,}quote\{[^}]*\}[ \t]*$/u.test(read) && NAMES_ID.test(read)
    if (code !== null) read += code < 0 ? ' ' : String.fromCharCode(code)
    return ':::quote{'.startsWith(read.replace(/^:{4,}/u, ':::')) || read.includes('quote{') ? null : false
  }
}

/** The construct, tried only where the look ahead agrees. */
function only(original: Construct, scan: () => (code: Code) => boolean | null): Construct {
  const ahead = lookahead(scan)
  return {
    ...original,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(ahead, effects.attempt(original, ok, nok), nok)
    },
  }
}

function constructs(of: 'text' | 'flow'): readonly Construct[] {
  const found = directive()[of]?.[COLON]
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}

/** `directive()` lists the container before the leaf; the leaf is left out. */
export const directiveSyntax: Extension = {
  text: { [COLON]: constructs('text').map((construct) => only(construct, textDirective)) },
  flow: {
    [COLON]: constructs('flow')
      .slice(0, 1)
      .map((construct) => only(construct, containerFence)),
  },
}
