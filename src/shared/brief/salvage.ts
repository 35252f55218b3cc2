import { element, makeParagraph, makeText } from './make.ts'
import type { RootNode } from './nodes.ts'
import { quotationMarks, type QuotationMarks } from './quotation-marks.ts'
import { Root } from './schema.ts'
import { BRIEF_FORMAT, type BriefState } from './state.ts'

/** What is stored beside a brief's content, and so outlives damage to it. */
export interface Beside {
  readonly title: string
  readonly language: string | null
}

/**
 * What can be read of a stored brief that is damaged or of a form this program does not know: its whole blocks as they
 * are, links and all; of the rest the words alone. A quote that is no longer linked stands in quotation marks, so that
 * the check holds it against the sources like any typed one.
 */
export function salvage(content: string, { title, language }: Beside): BriefState {
  const marks = quotationMarks(language)
  const children = blocksIn(content)
    .flatMap((block) => wholeOf(block) ?? paragraphsOf(block, marks))
    .filter((block) => block.type !== 'paragraph' || block.children.length > 0)
  return {
    format: BRIEF_FORMAT,
    title,
    language,
    citationStyle: null,
    extra: {},
    root: { type: 'root', ...element, children: children.length > 0 ? children : [makeParagraph([])] },
  }
}

/** The blocks as JSON each, or all of what is no JSON any more. */
function blocksIn(content: string): readonly string[] {
  const children = childrenOf(parsed(content))
  return children === null ? [content] : children.map((child) => JSON.stringify(child))
}

function childrenOf(stored: unknown): readonly unknown[] | null {
  const root = fieldOf(stored, 'root')
  const children = fieldOf(root, 'children')
  return Array.isArray(children) ? children : null
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : null

function wholeOf(json: string): RootNode['children'] | null {
  const checked = Root.safeParse({ type: 'root', ...element, children: [parsed(json)] })
  return checked.success ? checked.data.children : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Types that stand inside a line; any other begins a paragraph. */
const INLINE: ReadonlySet<string> = new Set([
  'text',
  'link',
  'image',
  'footnote-reference',
  'citation',
  'set-aside',
  'linked-quote',
])

/** The beginning of a field that holds words. Inside a string its marks would be escaped, so none is taken for another. */
const FIELD = /"(type|text|shown|asWritten|translation|citekey|locator)"\s*:\s*"/g

/** The words of JSON that may be broken, read field by field in its order. */
function paragraphsOf(json: string, marks: QuotationMarks): RootNode['children'] {
  const reading = new Reading(marks)
  const field = new RegExp(FIELD)
  for (let found = field.exec(json); found !== null; found = field.exec(json)) {
    const end = endOfString(json, field.lastIndex)
    reading.take(found[1] ?? '', unescaped(json.slice(field.lastIndex, end)))
    field.lastIndex = end
  }
  return reading.text.split('\n').map((line) => makeParagraph(line === '' ? [] : [makeText(line)]))
}

/** Where a string that begins at `from` is closed, or where all ends. */
function endOfString(json: string, from: number): number {
  let at = from
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return Math.min(at, json.length)
}

/** An escape that is cut off in the middle goes. */
function unescaped(value: string): string {
  const whole = parsed(`"${value.replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, '')}"`)
  return typeof whole === 'string' ? whole : value
}

class Reading {
  text = ''
  readonly #marks: QuotationMarks
  #type = ''
  /** Where the words of the quote begin that is being read. */
  #quote = 0

  constructor(marks: QuotationMarks) {
    this.#marks = marks
  }

  take(name: string, value: string): void {
    const isQuote = this.#type.startsWith('linked-quote')
    if (name === 'type') this.#begin(value)
    // An alteration has a text too; what it makes of the passage is in `shown`.
    else if (name === 'text' && !isQuote) this.text += value
    else if (isQuote && name === 'shown') this.text += this.#quoted(value)
    else if (isQuote && (name === 'asWritten' || name === 'translation'))
      this.text = this.text.slice(0, this.#quote) + this.#quoted(value)
    else if (this.#type === 'citation' && name === 'citekey') this.text += `[@${value}]`
    else if (this.#type === 'citation' && name === 'locator')
      this.text = `${this.text.slice(0, -1)}, ${value}]`
  }

  #begin(type: string): void {
    if (!INLINE.has(type) && this.text !== '' && !this.text.endsWith('\n')) this.text += '\n'
    this.#type = type
    this.#quote = this.text.length
  }

  #quoted(words: string): string {
    return this.#marks.open + words + this.#marks.close
  }
}
