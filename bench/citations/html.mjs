import CSL from 'citeproc'
import { readEntry, readRendered } from '../../src/shared/citations/rendered.ts'

/** Our tree in citeproc's own HTML, in which the suite's results are written. */
export const html = (text) => readRendered(text).map(node).join('')

const WRAPPED = {
  italic: ['<i>', '</i>'],
  upright: ['<span style="font-style:normal;">', '</span>'],
  bold: ['<b>', '</b>'],
  regular: ['<span style="font-weight:normal;">', '</span>'],
  'small-caps': ['<span style="font-variant:small-caps;">', '</span>'],
  'full-caps': ['<span style="font-variant:normal;">', '</span>'],
  underline: ['<span style="text-decoration:underline;">', '</span>'],
  plain: ['<span style="text-decoration:none;">', '</span>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  baseline: ['<span style="baseline">', '</span>'],
  margin: ['\n    <div class="csl-left-margin">', '</div>'],
  inline: ['<div class="csl-right-inline">', '</div>\n  '],
  block: ['\n\n    <div class="csl-block">', '</div>\n'],
  indent: ['<div class="csl-indent">', '</div>\n  '],
}

function node(part) {
  if (typeof part === 'string') return escaped(part)
  const [before, after] = WRAPPED[part.mark]
  return before + part.children.map(node).join('') + after
}

const escaped = (text) =>
  text
    .replaceAll('&', '&#38;')
    .replaceAll('<', '&#60;')
    .replaceAll('>', '&#62;')
    .replaceAll('  ', '\u00A0 ')
    .replaceAll(CSL.SUPERSCRIPTS_REGEXP, (raised) => `<sup>${CSL.SUPERSCRIPTS[raised]}</sup>`)

/** A bibliography as the suite writes it: bare citeproc has the frame around its entries itself. */
export const HTML_OF_OURS = {
  text: html,
  bibliography: ([, entries]) =>
    `<div class="csl-bib-body">\n${entries.map((entry) => `  <div class="csl-entry">${html(readEntry(entry).text)}</div>\n`).join('')}</div>`,
}

export const HTML_OF_CITEPROC = {
  text: (text) => text,
  bibliography: ([{ bibstart, bibend }, entries]) => bibstart + entries.join('') + bibend,
}
