import type { Command } from './command.ts'
import { libraryFacts } from './info.ts'

export const init: Command = {
  name: 'init',
  usage: '',
  about: 'Makes an empty library. Where there is one already, it is left as it is and shown.',
  example: 'verbatim --library ~/Research.verbatim init',
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ out, library }) => {
    const info = await (await library({ create: true })).library.info({})
    out.result(info, () => libraryFacts(info, out))
    return 0
  },
}
