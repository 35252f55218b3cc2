import { createHash } from 'node:crypto'
import type { BlockContent } from 'mdast'
import { bibliographyHeading, notesHeading } from '../../shared/citations/headings.ts'
import type { Evidence, ExportWarning } from './evidence.ts'
import { HeadingPlaces } from './heading-places.ts'
import { HeldPictures } from './held-pictures.ts'
import { htmlBlocks } from './html-blocks.ts'
import { differing, type HtmlSetting } from './html-setting.ts'
import { referenceId } from './html-spans.ts'
import { HTML_STYLE } from './html-style.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { element, writeHtml } from './html-tree.ts'
import { languageTag, mannerOf, mannerOfBlock, tagOf, UNTITLED } from './manner.ts'
import { beginsWithTitle } from './markdown-tree.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { noteLabel } from './printed-brief.ts'
import { Unholdable } from './unholdable.ts'

export interface Page {
  readonly html: string
  readonly warnings: readonly ExportWarning[]
}

/** NUL, and half of a surrogate pair: a reader of HTML shows something else in their place. */
const UNHOLDABLE = /[\0\p{Cs}]/gu

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

/** A style by its hash, and pictures inside the page: nothing else is loaded, nothing runs, nothing is sent. */
const POLICY =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(HTML_STYLE).digest('base64')}'; ` +
  `img-src data:; base-uri 'none'; form-action 'none'`

/**
 * Prints a brief as one page that needs no other file: it can be read, printed and heard in any browser, and
 * each linked quote unfolds what stands around it in its source. The same brief gives the same page.
 */
export function printHtml(brief: PrintedBrief, evidence: Evidence): Page {
  const { body, lang, dir, fit, warnings } = bodyOfPage(brief, evidence)
  const page = element(
    'html',
    { lang, dir },
    headOf(brief),
    element('body', {}, element('main', {}, element('article', {}, ...body))),
  )
  const html = writeHtml(page, fit)
  return { html, warnings: warnings() }
}

/** What a page holds of a brief, not written yet. */
export interface PageBody {
  readonly body: readonly HtmlNode[]
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Has the last word on each text that is written. */
  readonly fit: (text: string) => string
  /** What could not be held, once it is written. */
  readonly warnings: () => readonly ExportWarning[]
}

export function bodyOfPage(brief: PrintedBrief, evidence: Evidence): PageBody {
  const characters = new Unholdable(UNHOLDABLE)
  const pictures = new HeldPictures(evidence.image, PICTURES)
  const [voice, dir] = mannerOf(brief)
  const lang = languageTag(brief.language) ?? tagOf(voice)
  const titled = beginsWithTitle(brief.title, brief.blocks)
  const blocks = titled ? brief.blocks.slice(1) : brief.blocks
  const setting: HtmlSetting = {
    evidence,
    pictures,
    places: new HeadingPlaces(brief.blocks),
    headings: [],
    top: brief.title.trim() === '' ? 1 : 2,
    referred: new Map(),
    quotes: [],
    within: false,
    manner: { lang, dir },
  }
  const body = [titleBlock(brief, setting), ...bodyOf(blocks, setting), ...notesOf(brief, setting)]
  const warnings = () => [...characters.warnings('The page'), ...pictures.warnings()]
  return { body, lang, dir, fit: characters.fit, warnings }
}

const headOf = ({ title, date }: PrintedBrief): HtmlElement =>
  element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'dcterms.modified', content: date }),
    element('meta', { name: 'generator', content: 'Verbatim' }),
    element('title', {}, title.trim() === '' ? UNTITLED : title),
    element('style', {}, HTML_STYLE),
  )

function titleBlock({ title, date, blocks }: PrintedBrief, setting: HtmlSetting): HtmlElement {
  const day = element('p', { class: 'date' }, element('time', { datetime: date }, date))
  if (title.trim() === '') return element('header', {}, day)
  const first = beginsWithTitle(title, blocks) ? blocks[0] : undefined
  const number = first?.type === 'heading' ? setting.places.numberOf(first) : null
  const manner = mannerOfBlock(title, setting.manner)
  const attributes = {
    id: number === null ? null : `section-${number}`,
    ...differing(manner, setting.manner),
  }
  return element('header', {}, element('h1', attributes, title), day)
}

/** The brief's own blocks, its bibliography in a section of its own, and the appendix. */
function bodyOf(blocks: readonly BlockContent[], setting: HtmlSetting): readonly HtmlNode[] {
  const first = blocks.findIndex((block) => block.type === 'paragraph' && block.data?.entry !== undefined)
  if (first < 1) return htmlBlocks(blocks, setting)
  const end = blocks.findLastIndex((block) => block.type === 'paragraph' && block.data?.entry !== undefined)
  const entries = blocks.slice(first, end + 1).map((entry) => {
    const [line] = htmlBlocks([entry], { ...setting, within: true })
    return element('li', {}, ...(typeof line === 'object' ? [line] : []))
  })
  return [
    ...htmlBlocks(blocks.slice(0, first - 1), setting),
    element(
      'section',
      { class: 'bibliography', role: 'doc-bibliography', 'aria-labelledby': 'bibliography' },
      element('h2', { id: 'bibliography' }, bibliographyHeading(setting.manner.lang)),
      element('ul', {}, ...entries),
    ),
    ...htmlBlocks(blocks.slice(end + 1), { ...setting, headings: [] }),
  ]
}

/** Laid out before the ways back are: a note may refer to another one. */
function notesOf({ notes }: PrintedBrief, setting: HtmlSetting): readonly HtmlElement[] {
  if (notes.length === 0) return []
  const bodies = notes.map(({ blocks }) => htmlBlocks(blocks, { ...setting, headings: [], top: 3 }))
  const items = bodies.map((body, index) => {
    const label = noteLabel(index + 1)
    return element('li', { id: `note-${label}` }, ...withWayBack(body, waysBack(label, setting)))
  })
  return [
    element(
      'section',
      { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes' },
      element('h2', { id: 'notes' }, notesHeading(setting.manner.lang)),
      element('ol', {}, ...items),
    ),
  ]
}

function waysBack(label: string, { referred, manner }: HtmlSetting): readonly HtmlNode[] {
  const times = referred.get(label) ?? 0
  const english = { lang: 'en', dir: 'ltr' } as const
  return Array.from({ length: times }, (_, index) =>
    element(
      'a',
      {
        href: `#${referenceId(label, index + 1)}`,
        class: 'back',
        role: 'doc-backlink',
        'aria-label': times === 1 ? `Back to ${label}` : `Back to ${label}, place ${index + 1}`,
        ...differing(english, manner),
      },
      '↩\uFE0E',
    ),
  )
}

/** At the end of the last line, where it is one. */
function withWayBack(body: readonly HtmlNode[], ways: readonly HtmlNode[]): readonly HtmlNode[] {
  const last = body.findLastIndex((node) => typeof node === 'object' && node.name === 'p')
  const line = body[last]
  if (typeof line !== 'object') return [...body, element('p', {}, ...ways)]
  return body.with(last, { ...line, children: [...line.children, ' ', ...ways] })
}
