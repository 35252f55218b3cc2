import type { Migration } from '../shared/contract/annotations.ts'
import type { VersionOfSource } from '../shared/contract/sources.ts'
import { misused } from './arguments.ts'
import type { Command } from './command.ts'
import { differences } from './differences.ts'
import { count } from './numbers.ts'
import type { Output } from './output.ts'

export const versions: Command = {
  name: 'versions',
  usage: 'SOURCE [--from N --to N|--highlights]',
  about:
    'Lists the versions of a source, oldest first. --from and --to show what differs between two of them, word by\n' +
    'word; --highlights what became of each highlight in the newest one, and how many quotes there are of it.',
  example: 'verbatim versions ferrow2026velmora --from 1 --to 2',
  options: {
    from: { kind: 'value', value: 'N', help: 'the one version; they count from 1' },
    to: { kind: 'value', value: 'N', help: 'the other version' },
    highlights: { kind: 'flag', help: 'what became of the highlights' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const source = given.words[0] ?? ''
    const [from, to] = [given.whole('from', 1), given.whole('to', 1)]
    if ((from === undefined) !== (to === undefined)) throw misused('Give both --from and --to.')
    const { sources, annotations } = await library()
    if (from !== undefined && to !== undefined) {
      const { diff } = await sources.diff({ source, from, to })
      out.result(diff, () => differences(diff))
    } else if (given.flag('highlights')) {
      const migration = await annotations.migration({ source })
      out.result(migration, () => highlightsOf(migration, out))
    } else {
      const listed = await sources.versions({ source })
      out.result(listed, () => tableOf(listed, out))
    }
    return 0
  },
}

const tableOf = (listed: readonly VersionOfSource[], out: Output): string =>
  listed.length === 0
    ? 'No versions: this source has no text yet.'
    : out.table(
        listed.map(({ number, importedAt, importer, words, sha256, current }) => [
          String(number),
          importedAt,
          importer,
          count(words, 'word', 'words'),
          `${sha256.slice(0, 12)}${current ? '  current' : ''}`,
        ]),
      )

function highlightsOf({ annotations }: Migration, out: Output): string {
  if (annotations.length === 0) return 'No highlights of an older version.'
  return out.table(
    annotations.map(({ annotation, outcome, decided, touched, old }) => {
      const quotes = touched.reduce((sum, brief) => sum + brief.quotes, 0)
      return [annotation, outcome, decided ?? 'undecided', count(quotes, 'quote', 'quotes'), old.exact]
    }),
  )
}
