import type { Command } from './command.ts'

export const trash: Command = {
  name: 'trash',
  usage: '',
  about: 'Lists the sources and briefs in the trash, the last removed first.',
  example: 'verbatim trash',
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ out, library }) => {
    const listed = await (await library()).library.trash({})
    out.result(listed, () =>
      listed.length === 0
        ? 'The trash is empty.'
        : out.table(
            listed.map(({ kind, id, since, citekey, title }) => [id, kind, since, citekey ?? '', title]),
          ),
    )
    return 0
  },
}
