import { resolve } from 'node:path'
import { misused } from './arguments.ts'
import type { Command } from './command.ts'
import { count, grouped } from './numbers.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'PATH --to DIR',
  about:
    'Makes a library of a folder that “export library” wrote: every source, text, highlight, brief and earlier revision\n' +
    'as it was, ids included. A folder in which anything was changed or lost is refused, and nothing is made then.',
  example: 'verbatim restore ~/Lakes --to Lakes.verbatim',
  options: { to: { kind: 'value', value: 'DIR', help: 'the library to make, where there is none yet' } },
  words: { least: 1, most: 1 },
  run: async ({ given, out, interruption }) => {
    const to = given.path('to')
    if (to === undefined) throw misused('Say with --to where to make the library.')
    const { restoreLibrary } = await import('../core/export/library/restore-library.ts')
    const asked = { folder: resolve(given.words[0] ?? ''), to }
    for await (const step of restoreLibrary(asked, interruption())) {
      if (step.kind === 'progress') {
        out.status(`Restoring (${step.what}): ${grouped(step.done)} of ${grouped(step.total)}`)
        continue
      }
      out.status(null)
      const { kind: _kind, ...made } = step
      if (made.missing > 0)
        out.say(
          `Warning: ${count(made.missing, 'stored file was', 'stored files were')} missing when the folder was written.`,
        )
      out.result(
        made,
        () =>
          `Made ${made.path}: ${count(made.counts.sources, 'source', 'sources')}, ${count(made.counts.annotations, 'annotation', 'annotations')}, ${count(made.counts.briefs, 'brief', 'briefs')}.`,
      )
      return 0
    }
    out.status(null)
    out.say('Stopped; nothing was made.')
    return 1
  },
}
