import type { LibraryInfo } from '../shared/contract/library.ts'
import type { Command } from './command.ts'
import { bytes, count } from './numbers.ts'
import type { Output } from './output.ts'

export const info: Command = {
  name: 'info',
  usage: '',
  about: 'Tells where the library is, what it holds and how large it is.',
  example: 'verbatim info',
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ out, library }) => {
    const facts = await (await library()).library.info({})
    out.result(facts, () => libraryFacts(facts, out))
    return 0
  },
}

export function libraryFacts(
  { path, id, counts, bytes: size, schemaVersion }: LibraryInfo,
  out: Output,
): string {
  const held = [
    count(counts.sources, 'source', 'sources'),
    count(counts.versions, 'version', 'versions'),
    count(counts.annotations, 'annotation', 'annotations'),
    count(counts.briefs, 'brief', 'briefs'),
  ]
  return out.table([
    ['Library', path],
    ['Id', id],
    ['Holds', held.join(', ')],
    ['Size', bytes(size)],
    ['Schema', String(schemaVersion)],
  ])
}
