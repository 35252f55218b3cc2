import { BIBLIOGRAPHY_FORMATS } from '../shared/contract/library.ts'
import { misused } from './arguments.ts'
import type { Command } from './command.ts'
import { bytes, count } from './numbers.ts'

export const exportBibliography: Command = {
  name: 'export bibliography',
  usage: '--format bibtex｜biblatex｜ris｜csl-json [--source S]… [--brief BRIEF] [--out PATH] [--force]',
  about:
    'Writes what is known of the sources as a bibliography: all of them, those that a brief cites or quotes, or those\n' +
    'that are named. “import” reads each of the four formats back with every field, citekeys too.',
  example: 'verbatim export bibliography --format biblatex --out references.bib',
  options: {
    format: { kind: 'value', value: 'F', help: `one of ${BIBLIOGRAPHY_FORMATS.join(', ')}` },
    source: { kind: 'list', value: 'S', help: 'only this source, by citekey or id; may be given again' },
    brief: { kind: 'value', value: 'BRIEF', help: 'only what this brief cites or quotes' },
    out: { kind: 'value', value: 'PATH', help: 'the file to write; without it standard output' },
    force: { kind: 'flag', help: 'write over a file that is there' },
  },
  words: { least: 0, most: 0 },
  run: async ({ given, out, library }) => {
    const format = given.choice('format', BIBLIOGRAPHY_FORMATS)
    if (format === undefined) throw misused('Say with --format which format to write.')
    const path = given.path('out')
    const brief = given.text('brief')
    const sources = given.list('source')
    const asked = {
      format,
      ...(brief === undefined ? {} : { brief }),
      ...(sources === undefined ? {} : { sources: [...sources] }),
    }
    const client = await library()
    if (path === undefined) {
      const { text, entries } = await client.library.bibliography(asked)
      if (out.json && format !== 'csl-json') out.result({ format, entries, text }, () => '')
      else out.raw(text)
      return 0
    }
    const force = given.flag('force')
    const written = await client.library.exportBibliography({ ...asked, out: path, force })
    out.result(
      written,
      () => `Wrote ${written.path} (${count(written.entries, 'work', 'works')}, ${bytes(written.bytes)}).`,
    )
    return 0
  },
}
