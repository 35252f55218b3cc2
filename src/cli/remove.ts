import type { AffectedBrief } from '../shared/contract/briefs.ts'
import { affectedRows } from './affected.ts'
import type { Command } from './command.ts'
import { faultOf } from './fault.ts'
import type { Output } from './output.ts'

export const remove: Command = {
  name: 'remove',
  usage: 'SOURCE [--force]',
  about:
    'Puts a source into the trash; “trash restore” takes it out again with its highlights. One that briefs quote\n' +
    'or cite is left where it is and the briefs are listed; with --force it goes all the same, and the quotes keep\n' +
    'their words and verdicts, with a warning.',
  example: 'verbatim remove pakistanndcondemned',
  options: {
    force: { kind: 'flag', help: 'also when briefs quote or cite it' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const client = await library()
    const source = given.words[0] ?? ''
    try {
      const { affected } = await client.sources.remove({ source, force: given.flag('force') })
      out.result({ affected }, () => [`${source} is in the trash.`, ...linesOf(affected, out)].join('\n'))
      return 0
    } catch (thrown) {
      const { code, message, data } = faultOf(thrown)
      if (code !== 'quoted' || !isAffected(data)) throw thrown
      out.say(message)
      out.result(data, () => linesOf(data.affected, out).join('\n'))
      return 1
    }
  },
}

const isAffected = (data: unknown): data is { readonly affected: readonly AffectedBrief[] } =>
  typeof data === 'object' && data !== null && 'affected' in data && Array.isArray(data.affected)

const linesOf = (affected: readonly AffectedBrief[], out: Output): readonly string[] =>
  affected.length === 0 ? [] : [out.table(affectedRows(affected))]
