import { basename, dirname, extname, resolve } from 'node:path'
import { briefFacts } from './brief-show.ts'
import type { Command } from './command.ts'

export const briefImport: Command = {
  name: 'brief import',
  usage: 'FILE.md',
  about:
    'Stores a brief written in Verbatim Markdown, in which quotes are linked by the id of their annotation:\n' +
    ':quote[words as shown]{#annotation-id}. All of it is stored or, where it names an unknown annotation,\n' +
    'nothing. Pictures that lie in the folder of the draft are stored too. “verbatim check” then tells what each\n' +
    'quotation is worth.',
  example: 'verbatim brief import brief.md',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const path = resolve(given.words[0] ?? '')
    const { readDraftFile } = await import('../core/check/draft-file.ts')
    const { text } = await readDraftFile(path, ['markdown'])
    const client = await library({ create: true })
    const name = basename(path, extname(path))
    const brief = await client.briefs.import({ markdown: text, name, folder: dirname(path) })
    out.result(brief, () => briefFacts(brief, out))
    return 0
  },
}
