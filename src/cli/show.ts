import type { Source } from '../shared/contract/sources.ts'
import { misused } from './arguments.ts'
import type { Command } from './command.ts'
import { count } from './numbers.ts'
import type { Output } from './output.ts'

export const show: Command = {
  name: 'show',
  usage: 'SOURCE [--text|--document|--original] [--version N]',
  about:
    'Shows one source, named by its citekey or id: what is known about it, or exactly its text,\n' +
    'its document (JSON) or the bytes that were imported.',
  example: 'verbatim show marrow2024port --text > port.txt',
  options: {
    text: { kind: 'flag', help: 'exactly the text that every offset counts in' },
    document: { kind: 'flag', help: 'the document as JSON' },
    original: { kind: 'flag', help: 'the bytes of the imported file' },
    version: { kind: 'value', value: 'N', help: 'an older version; they count from 1' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const parts = ['text', 'document', 'original'].filter((part) => given.flag(part))
    if (parts.length > 1) throw misused(`Only one of --${parts.join(' and --')} can be shown at a time.`)
    const version = given.whole('version', 1)
    const asked = { source: given.words[0] ?? '', ...(version === undefined ? {} : { version }) }
    const { sources } = await library()
    if (parts[0] === 'text') out.raw((await sources.text(asked)).text)
    else if (parts[0] === 'original') out.raw((await sources.original(asked)).bytes)
    else if (parts[0] === 'document')
      out.raw(`${JSON.stringify((await sources.document(asked)).document, null, 2)}\n`)
    else {
      const source = await sources.get(asked)
      out.result(source, () => sourceFacts(source, out))
    }
    return 0
  },
}

export function sourceFacts(source: Source, out: Output): string {
  const rows: [string, string | null][] = [
    ['Citekey', source.citekey],
    ['Title', source.title],
    ['Authors', source.authors.join('; ')],
    ['Publication', source.publication],
    ['Published', source.publishedAt ?? source.published],
    ['Last changed', source.modified],
    ['Archived', source.archivedAt],
    ['Address', source.url],
    ['Language', source.language],
    ['Kind', [source.type, source.format, source.encoding].filter((known) => known !== null).join(', ')],
    ['Length', source.versions === 0 ? 'no text yet' : count(source.words, 'word', 'words')],
    ['Versions', String(source.versions)],
    ['Tags', source.tags.join(', ')],
    ['Story', source.story === null ? null : `in other sources too: verbatim story ${source.citekey}`],
    ['Imported', source.importedAt],
    ['SHA-256', source.sha256],
    ['Id', source.id],
  ]
  return out.table(rows.flatMap(([name, fact]) => (fact ? [[name, fact]] : [])))
}
