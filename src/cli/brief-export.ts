import { basename, extname, resolve } from 'node:path'
import { EXPORT_FORMATS, type Exported, type ExportFormat } from '../shared/contract/exports.ts'
import { DESIGNS, PAPERS, type PdfLook } from '../shared/contract/pdf-look.ts'
import { misused, type Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { bytes, count } from './numbers.ts'
import { verdictCounts } from './verdicts.ts'

export const briefExport: Command = {
  name: 'brief export',
  usage:
    'BRIEF --to FORMAT --out PATH [--style CSL] [--notes] [--design D] [--paper P] [--contents] [--endnotes] ' +
    '[--appendix] [--comments] [--originals] [--sign KEYFILE] [--force] [--strict]',
  about:
    'Writes a brief to a file: md (Markdown with a footnote for each quote), verbatim (Verbatim Markdown, which\n' +
    '“brief import” reads again), pandoc (citekeys, with a .bib beside it), obsidian (callouts and links to the notes\n' +
    'of sources, which --notes writes too), pdf, docx (Word, whose quotes “check” links again when the document comes\n' +
    'back) or html (one page for any browser, whose quotes unfold their sources); or evidence: a folder (a zip where\n' +
    'PATH ends in .zip) that proves its quotations to anyone, with the texts of its sources. The images of Markdown go\n' +
    'into a folder beside the file. Citations and the notes of quotes stand in the brief’s citation style, or in that of\n' +
    '--style: a name (one that is not there lists them all) or the path of a .csl file. A brief with faults is written\n' +
    'with a warning; --strict refuses it. A PDF looks like a brief, a memo or an article, on A4 or Letter.',
  example: 'verbatim brief export br_0190a3c5d2e77b6a8f1e2d3c4b5a6978 --to pdf --out brief.pdf',
  options: {
    to: { kind: 'value', value: 'FORMAT', help: EXPORT_FORMATS.join(', ') },
    out: { kind: 'value', value: 'PATH', help: 'the file to write, or the folder' },
    style: { kind: 'value', value: 'CSL', help: 'a citation style by its name, or the path of a .csl file' },
    design: { kind: 'value', value: 'D', help: `the look of a PDF: ${DESIGNS.join(', ')}` },
    paper: { kind: 'value', value: 'P', help: `the paper of a PDF or Word document: ${PAPERS.join(', ')}` },
    contents: { kind: 'flag', help: 'put a table of contents before the text of a PDF or Word document' },
    endnotes: { kind: 'flag', help: 'put the notes of a Word document at its end' },
    appendix: {
      kind: 'flag',
      help: 'list each quotation at the end with its verdict, passage, source and version',
    },
    comments: { kind: 'flag', help: 'add your comments and tags on what is quoted, else left out' },
    originals: { kind: 'flag', help: 'evidence: the sources’ original files too' },
    sign: { kind: 'value', value: 'KEYFILE', help: 'evidence: sign it with a key made by “key create”' },
    notes: { kind: 'flag', help: 'with obsidian: also a note of each cited source, with its annotations' },
    force: { kind: 'flag', help: 'write over a file that is there' },
    strict: { kind: 'flag', help: 'write nothing when a quotation has a fault' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library, interruption }) => {
    const to = given.text('to')
    const path = given.path('out')
    if (to === undefined) throw misused('Say with --to which format to write.')
    const format = EXPORT_FORMATS.find((each) => each === to)
    if (!format) throw misused(`This version of Verbatim writes ${EXPORT_FORMATS.join(', ')}, not “${to}”.`)
    if (given.flag('endnotes') && format !== 'docx') throw misused('--endnotes is for --to docx only.')
    if (path === undefined) throw misused('Say with --out where to write.')
    const sign = given.text('sign')
    if (format !== 'evidence' && (sign !== undefined || given.flag('originals')))
      throw misused('--sign and --originals are for --to evidence.')
    if (given.flag('notes') && format !== 'obsidian') throw misused('--notes goes with --to obsidian.')
    const added = { appendix: given.flag('appendix'), comments: given.flag('comments') }
    if ((added.appendix || added.comments) && (format === 'verbatim' || format === 'evidence'))
      throw misused(`--appendix and --comments do not go with --to ${format}.`)
    const { briefs } = await library()
    const asked = { ...askedOf(given, format, path), ...added }
    const signal = interruption()
    const { warnings, ...written } = await out.during('Printing …', briefs.export(asked, { signal }))
    const told = otherEnding(path, format)
    if (told !== null) out.say(told)
    const { faults } = written
    if (faults.length > 0) {
      const how =
        faults.length === 1 ? 'One quotation has a fault' : `${faults.length} quotations have faults`
      out.say(
        `Warning: ${how} (${verdictCounts(faults)}). Run “verbatim check ${given.words[0]}” to see more.`,
      )
    }
    for (const { message } of warnings) out.say(`Warning: ${message}`)
    if (written.fingerprint !== undefined) out.say(`Fingerprint of the package: ${written.fingerprint}`)
    out.result(written, () => describe(written))
    return 0
  },
}

function askedOf(given: Arguments, format: ExportFormat, out: string) {
  const sign = given.text('sign')
  return {
    brief: given.words[0] ?? '',
    format,
    out,
    force: given.flag('force'),
    strict: given.flag('strict'),
    originals: given.flag('originals'),
    ...(sign === undefined ? {} : { sign: resolve(sign) }),
    notes: given.flag('notes'),
    ...styleOf(given.text('style')),
    look: lookOf(given),
    endnotes: given.flag('endnotes'),
  }
}

/** The endings that programs know each format by; the first is the usual one. */
const ENDINGS: Readonly<Record<ExportFormat, readonly string[]>> = {
  md: ['.md', '.markdown'],
  verbatim: ['.md', '.markdown'],
  pandoc: ['.md', '.markdown'],
  obsidian: ['.md', '.markdown'],
  pdf: ['.pdf'],
  docx: ['.docx'],
  html: ['.html', '.htm'],
  evidence: ['.zip'],
}

/** What to say where a name promises another format than the one that was written. */
function otherEnding(path: string, format: ExportFormat): string | null {
  const ending = extname(path).toLowerCase()
  const isOther = Object.values(ENDINGS).some((endings) => endings.includes(ending))
  if (!isOther || ENDINGS[format].includes(ending)) return null
  return `Warning: ${basename(path)} ends in “${ending}”, but holds the format “${format}”. Programs may not open it.`
}

function lookOf(given: Arguments): PdfLook {
  return {
    design: oneOf(DESIGNS, given.text('design') ?? 'brief', 'design'),
    paper: oneOf(PAPERS, given.text('paper') ?? 'a4', 'paper'),
    contents: given.flag('contents'),
  }
}

function oneOf<T extends string>(choices: readonly T[], asked: string, option: string): T {
  const chosen = choices.find((each) => each === asked.toLowerCase())
  if (chosen === undefined) throw misused(`--${option} is one of ${choices.join(', ')}, not “${asked}”.`)
  return chosen
}

/** What looks like a path is one: names of styles have no separator and no extension. */
function styleOf(given: string | undefined): { style?: string; styleFile?: string } {
  if (given === undefined) return {}
  const isPath = /\.csl$/iu.test(given) || (/[/\\]/u.test(given) && !/^https?:/iu.test(given))
  return isPath ? { styleFile: resolve(given) } : { style: given }
}

function describe({ path, bytes: size, pages, beside = [] }: Omit<Exported, 'warnings'>): string {
  const others = beside.length === 0 ? '' : `, and ${count(beside.length, 'file', 'files')} beside it`
  return `Wrote ${path} (${bytes(size)}${pages === undefined ? '' : `, ${count(pages, 'page', 'pages')}`})${others}.`
}
