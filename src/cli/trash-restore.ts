import { briefFacts } from './brief-show.ts'
import type { Command } from './command.ts'
import { sourceFacts } from './show.ts'

export const trashRestore: Command = {
  name: 'trash restore',
  usage: 'SOURCE|BRIEF',
  about: 'Takes a source or a brief out of the trash. Highlights, quotes and verdicts are as they were.',
  example: 'verbatim trash restore pakistanndcondemned',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const named = given.words[0] ?? ''
    const client = await library()
    if (/^br_[0-9a-f]+$/.test(named)) {
      const brief = await client.briefs.restore({ brief: named })
      out.result(brief, () => briefFacts(brief, out))
    } else {
      const source = await client.sources.restore({ source: named })
      out.result(source, () => sourceFacts(source, out))
    }
    return 0
  },
}
