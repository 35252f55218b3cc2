import { briefFacts } from './brief-show.ts'
import type { Command } from './command.ts'

export const briefRemove: Command = {
  name: 'brief remove',
  usage: 'BRIEF',
  about: 'Puts a brief into the trash; “trash restore” takes it out again.',
  example: 'verbatim brief remove br_0190a3c5d2e77b6a8f1e2d3c4b5a6978',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const brief = await (await library()).briefs.remove({ brief: given.words[0] ?? '' })
    out.result(brief, () => briefFacts(brief, out))
    return 0
  },
}
