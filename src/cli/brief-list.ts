import { count } from './numbers.ts'
import type { Command } from './command.ts'

export const briefList: Command = {
  name: 'brief list',
  usage: '',
  about: 'Lists the briefs, the one changed last first.',
  example: 'verbatim brief list',
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ out, library }) => {
    const listed = await (await library()).briefs.list({})
    out.result(listed, () =>
      listed.length === 0
        ? 'No briefs.'
        : out.table(
            listed.map(({ id, quotes, words, title }) => [
              id,
              count(quotes, 'quote', 'quotes'),
              count(words, 'word', 'words'),
              title,
            ]),
          ),
    )
    return 0
  },
}
