import { misused } from './arguments.ts'
import type { Command } from './command.ts'
import { bytes, count, grouped } from './numbers.ts'

export const exportLibrary: Command = {
  name: 'export library',
  usage: '--out FOLDER',
  about:
    'Writes the whole library to a new folder that needs no Verbatim to be read: sources, annotations and briefs as\n' +
    'Markdown, the originals under their names, and everything else as JSON. “restore” makes the same library of it\n' +
    'again. Nothing is written into a folder that holds files already; Ctrl+C leaves nothing behind.',
  example: 'verbatim export library --out ~/Lakes',
  options: { out: { kind: 'value', value: 'FOLDER', help: 'the folder to write' } },
  words: { least: 0, most: 0 },
  run: async ({ given, out, library, interruption }) => {
    const path = given.path('out')
    if (path === undefined) throw misused('Say with --out which folder to write.')
    const client = await library()
    const signal = interruption()
    for await (const step of await client.library.exportAll({ out: path }, { signal })) {
      if (step.kind === 'progress') {
        out.status(`Writing ${step.what}: ${grouped(step.done)} of ${grouped(step.total)}`)
        continue
      }
      out.status(null)
      const { kind: _kind, ...written } = step
      for (const warning of written.warnings) out.say(`Warning: ${warning}`)
      out.result(
        written,
        () => `Wrote ${written.path} (${count(written.files, 'file', 'files')}, ${bytes(written.bytes)}).`,
      )
      return 0
    }
    out.status(null)
    out.say('Stopped; nothing was written.')
    return 1
  },
}
