import type { PageElement, PageNode } from './page.ts'
import { descendants, wordsOf } from './page.ts'

/** What highlighters call the numbers that they set beside lines. */
const NUMBERS =
  /(?:^|\s)(?:gutter|line-?numbers?|line-numbers-rows|lineno|linenos|linenodiv|linenumber|blob-num|blob-num-\w+|code-gutter|rouge-gutter|hljs-ln-numbers|hljs-ln-n|crayon-nums|ln-num|lnt|react-code-line-number|react-syntax-highlighter-line-number)(?:\s|$)/i
const HIGHLIGHTED =
  /(?:^|[\s_-])(?:highlight|highlighttable|highlighter|code|codehilite|syntaxhighlighter|rouge|hljs|prism|sourcecode|blob-code|crayon)(?:$|[\s_-])/i
const COPY = /(?:^|[\s_-])(?:copy|clipboard|copybtn|copybutton|code-toolbar-item|toolbar-item)(?:$|[\s_-])/i
const LONGEST_COPY = 30
const LANGUAGES: readonly RegExp[] = [
  /(?:^|[\s_-])(?:language|lang)-([\w+#.-]{1,30})/,
  /(?:^|\s)highlight-(?:source|text)-([\w+#-]{1,30})/,
  /(?:^|\s)highlight-(?!wrapper|box|block|default|container)([a-z][\w+#]{0,29})(?=\s|$)/,
  /(?:^|\s)brush:\s?([\w+#-]{1,30})/,
  /(?:^|\s)(?:sourceCode|highlight|codehilite|prettyprint|code|hljs)\s+(?!notranslate|hljs|linenums|wrap|line)([a-z][a-z\d+#]{0,19})(?=\s|$)/,
]
/** How far around its lines a language may be named. */
const NEAR = 3

interface Named {
  readonly language: string | null
  /** In elements, from the one that names it. */
  readonly distance: number
}

/**
 * A part of a page whose code stands as code alone: without the numbers that highlighters set beside its lines and
 * without buttons to copy it; a table that only sets numbers beside code is that code. The language stands in the
 * class of the `pre`.
 */
export function withPlainCode(element: PageElement): PageElement {
  return plain(element, { language: null, distance: NEAR })
}

function plain(element: PageElement, around: Named): PageElement {
  const own = languageOf(element)
  const named: Named =
    own === null ? { ...around, distance: around.distance + 1 } : { language: own, distance: 0 }
  const language = named.distance <= NEAR ? named.language : null
  if (element.name === 'pre') return codeOf(element, [...numberless(element).children], language)
  if (element.name === 'table') {
    const lines = linesOf(element)
    if (lines !== null) return codeOf({ ...element, name: 'pre' }, lines, language ?? innerLanguage(element))
  }
  const children = element.children.map((child) => (child.kind === 'text' ? child : plain(child, named)))
  const holdsCode = children.some((child) => child.kind === 'element' && child.name === 'pre')
  const kept = holdsCode ? children.filter((child) => !isCopy(child)) : children
  const isChanged =
    kept.length < children.length || kept.some((child, index) => child !== element.children[index])
  return isChanged ? { ...element, children: kept } : element
}

function codeOf(pre: PageElement, children: PageNode[], language: string | null): PageElement {
  const inner = language ?? innerLanguage(pre)
  const attributes = new Map(pre.attributes)
  if (inner !== null) attributes.set('class', `language-${inner}`)
  return { ...pre, attributes, children }
}

/** The language that an element's own class or data name, in small letters. */
function languageOf({ attributes }: PageElement): string | null {
  const given = attributes.get('data-lang') ?? attributes.get('data-language')
  if (given !== undefined && /^[\w+#.-]{1,30}$/.test(given)) return given.toLowerCase()
  const names = (attributes.get('class') ?? '').slice(0, 500)
  for (const pattern of LANGUAGES) {
    const found = pattern.exec(names)?.[1]
    if (found !== undefined) return found.toLowerCase()
  }
  return null
}

function innerLanguage(element: PageElement): string | null {
  for (const inside of descendants(element)) {
    const language = inside.name === 'code' || inside.name === 'pre' ? languageOf(inside) : null
    if (language !== null) return language
  }
  return null
}

const isNumbers = ({ attributes }: PageElement): boolean =>
  NUMBERS.test((attributes.get('class') ?? '').slice(0, 500))

const isNumbersOnly = (element: PageElement): boolean => /^[\d\s]*$/.test(wordsOf(element))

/** What a reader cannot copy is no part of the code. */
const isUnselectable = ({ attributes }: PageElement): boolean =>
  /user-select\s?:\s?none/i.test((attributes.get('style') ?? '').slice(0, 500))

/** Numbers are what is called so and holds nothing else: a line that is called so keeps its words. */
function numberless(element: PageElement): PageElement {
  const children = element.children.flatMap((child): PageNode[] => {
    if (child.kind === 'text') return [child]
    if (((isNumbers(child) || isUnselectable(child)) && isNumbersOnly(child)) || isCopy(child)) return []
    return [numberless(child)]
  })
  return { ...element, children }
}

function isCopy(node: PageNode): boolean {
  if (node.kind === 'text' || node.name === 'pre') return false
  const marks = `${node.attributes.get('class') ?? ''} ${node.attributes.get('id') ?? ''}`.slice(0, 500)
  return COPY.test(marks) && wordsOf(node).trim().length <= LONGEST_COPY
}

/** The lines of code in a table that sets numbers beside them, or null for any other table. */
function linesOf(table: PageElement): PageNode[] | null {
  const rows = [...descendants(table)].filter(({ name }) => name === 'tr')
  const cells = rows.map((row) =>
    row.children.filter(
      (child): child is PageElement => child.kind === 'element' && /^t[dh]$/.test(child.name),
    ),
  )
  const isListing =
    cells.length > 0 && cells.every((row) => row.length === 2 && isGutter(row[0])) && isCode(table, cells)
  if (!isListing) return null
  return cells.flatMap(([, code], index): PageNode[] => {
    if (code === undefined) return []
    const lines = withoutPre(numberless(code)).children
    return index === 0 ? lines : [{ kind: 'text', value: '\n' }, ...lines]
  })
}

const isGutter = (cell: PageElement | undefined): boolean =>
  cell !== undefined &&
  isNumbersOnly(cell) &&
  [...descendants(cell)].some((inside) => isNumbers(inside) || inside.attributes.has('data-line-number'))

const isCode = (table: PageElement, cells: readonly (readonly PageElement[])[]): boolean =>
  HIGHLIGHTED.test((table.attributes.get('class') ?? '').slice(0, 500)) ||
  cells.every(
    ([, code]) =>
      code !== undefined &&
      [...descendants(code)].some(
        (inside) =>
          inside.name === 'pre' ||
          inside.name === 'code' ||
          HIGHLIGHTED.test((inside.attributes.get('class') ?? '').slice(0, 500)),
      ),
  )

/** The lines stand in one `pre`; those inside are mere elements of it. */
function withoutPre(element: PageElement): PageElement {
  const children = element.children.map((child) => (child.kind === 'text' ? child : withoutPre(child)))
  return { ...element, name: element.name === 'pre' ? 'span' : element.name, children }
}
