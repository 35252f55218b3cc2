import type { SearchHit } from '../shared/contract/library.ts'
import { misused } from './arguments.ts'
import { shorten } from './columns.ts'
import type { Command } from './command.ts'

const PLACES = ['sources', 'annotations', 'briefs'] as const

export const search: Command = {
  name: 'search',
  usage: 'QUERY [--in sources|annotations|briefs] [--limit N]',
  about:
    'Finds words in sources, annotations and briefs, best passages first, upper and lower case and diacritics\n' +
    'alike; words between double quotation marks stand together, an asterisk ends a beginning: harb*.',
  example: 'verbatim search \'"sea wall" crack*\' --in sources --limit 5',
  options: {
    in: { kind: 'value', value: 'WHERE', help: PLACES.join(', ') },
    limit: { kind: 'value', value: 'N', help: 'at most so many; 20 without it' },
  },
  words: { least: 1, most: Infinity },
  run: async ({ given, out, library }) => {
    const query = given.words.join(' ')
    if (query.trim() === '') throw misused('Say what to search for.')
    const place = given.choice('in', PLACES)
    const limit = given.whole('limit', 1)
    const client = await library()
    const hits = await client.library.search({
      query,
      ...(place === undefined ? {} : { in: place }),
      ...(limit === undefined ? {} : { limit }),
    })
    out.result(hits, () => (hits.length === 0 ? 'Nothing found.' : hits.map(describe).join('\n\n')))
    return 0
  },
}

function describe({ kind, id, citekey, title, snippet, start, end }: SearchHit): string {
  const where = kind === 'source' ? `${citekey ?? id}, ${start}–${end}` : `${kind} ${id}`
  return `${where}  ${shorten(title, 80)}\n    ${shorten(snippet, 400)}`
}
