import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStyle } from './style.ts'

const FOLDER = new URL('../../../resources/citation/styles/', import.meta.url)

const style = (inside: string, more = 'class="in-text"') =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${more}>` +
  `<info><id>http://example.org/mine</id><title>Mine</title></info>${inside}</style>`
const CITATION = '<citation><layout><text variable="title"/></layout></citation>'

test('reads what a style says of itself', () => {
  expect(readStyle(style(CITATION, 'class="note" default-locale="de-DE"'))).toMatchObject({
    id: 'http://example.org/mine',
    title: 'Mine',
    parent: null,
    language: 'de-DE',
    isNote: true,
  })
})

test('reads a dependent style, which has a parent and nothing else', () => {
  const dependent =
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info><id>x</id><title>X</title>' +
    '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>'
  expect(readStyle(dependent)).toMatchObject({ parent: 'http://www.zotero.org/styles/apa' })
})

const macro = (name: string, ...called: string[]) =>
  `<macro name="${name}">${called.map((each) => `<text macro="${each}"/>`).join('')}</macro>`
const doubling =
  Array.from({ length: 40 }, (_, at) => macro(`m${at}`, `m${at + 1}`, `m${at + 1}`)).join('') + macro('m40')

const REFUSED: readonly (readonly [string, string, string])[] = [
  ['words', 'no XML at all', 'not-xml'],
  ['nothing', '', 'not-xml'],
  ['an unclosed element', style(CITATION).replace('</style>', ''), 'not-xml'],
  ['crossed elements', style('<a><b></a></b>'), 'not-xml'],
  ['two roots', `${style(CITATION)}<style/>`, 'not-xml'],
  ['a bare ampersand', style(CITATION).replace('Mine', 'Mine & Yours'), 'not-xml'],
  ['an attribute twice', style(CITATION).replace('xmlns=', 'class="note" xmlns='), 'not-xml'],
  ['a document type', `<!DOCTYPE style [<!ENTITY a "b">]>${style(CITATION)}`, 'not-xml'],
  ['an entity', style(CITATION).replace('Mine', '&lol;'), 'not-xml'],
  ['depth', style('<a>'.repeat(100) + '</a>'.repeat(100)), 'not-xml'],
  ['another root', '<html xmlns="http://purl.org/net/xbiblio/csl"/>', 'not-csl'],
  ['another namespace', style(CITATION).replace('xbiblio', 'other'), 'not-csl'],
  ['no id', style(CITATION).replace('http://example.org/mine', ''), 'incomplete'],
  ['no citation', style(''), 'incomplete'],
  ['no class', style(CITATION, ''), 'incomplete'],
  [
    'a macro that calls itself',
    style(CITATION.replace('variable="title"', 'macro="a"') + macro('a', 'a')),
    'endless',
  ],
  ['a macro that is not there', style(CITATION.replace('variable="title"', 'macro="a"')), 'incomplete'],
  ['macros that double', style(CITATION.replace('variable="title"', 'macro="m0"') + doubling), 'too-large'],
  ['size', style(`<!--${'x'.repeat(1_000_000)}-->${CITATION}`), 'too-large'],
]
test.each(REFUSED)('refuses %s', (_, text, fault) => {
  expect(readStyle(text)).toBe(fault)
})

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.csl')))('reads the bundled %s', (name) => {
  expect(readStyle(readFileSync(new URL(name, FOLDER), 'utf8'))).toMatchObject({ parent: null })
})
