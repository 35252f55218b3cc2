import type { Source } from '../shared/contract/sources.ts'
import type { Command } from './command.ts'
import type { Output } from './output.ts'

export const sources: Command = {
  name: 'sources',
  usage: '[QUERY] [--limit N]',
  about:
    'Lists the sources whose title, citekey, authors, publication or tags hold every word of QUERY,\n' +
    'upper and lower case and diacritics alike; without QUERY all of them, the newest import first.',
  example: 'verbatim sources "courier harbour" --limit 10',
  options: { limit: { kind: 'value', value: 'N', help: 'at most so many' } },
  words: { least: 0, most: Infinity },
  run: async ({ given, out, library }) => {
    const limit = given.whole('limit', 1)
    const query = given.words.join(' ').trim()
    const listed = await (
      await library()
    ).sources.list({ ...(query === '' ? {} : { query }), ...(limit === undefined ? {} : { limit }) })
    out.result(listed, () => tableOf(listed, out))
    return 0
  },
}

function tableOf(listed: readonly Source[], out: Output): string {
  if (listed.length === 0) return 'No sources.'
  return out.table(
    listed.map(({ citekey, published, publication, title }) => [
      citekey,
      published ?? 'no date',
      publication ?? '',
      title,
    ]),
  )
}
