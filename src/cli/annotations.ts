import type { Annotation } from '../shared/contract/annotations.ts'
import { misused } from './arguments.ts'
import { shorten } from './columns.ts'
import type { Command } from './command.ts'
import type { Output } from './output.ts'

export const annotations: Command = {
  name: 'annotations',
  usage: '[--source S] [--format json]',
  about: 'Lists the annotations of one source, or all of them, in the order of their making.',
  example: 'verbatim --json annotations --source pakistanndcondemned',
  options: {
    source: { kind: 'value', value: 'S', help: 'a citekey or id' },
    format: { kind: 'value', value: 'json', help: 'json, the only one in this version; the same as --json' },
  },
  words: { least: 0, most: 0 },
  run: async ({ given, out, library }) => {
    const format = given.text('format')
    if (format !== undefined && format !== 'json') {
      throw misused(`This version of Verbatim writes annotations as json only, not as ${format}.`)
    }
    const source = given.text('source')
    const listed = await (await library()).annotations.list(source === undefined ? {} : { source })
    if (format === 'json') out.raw(`${JSON.stringify(listed, null, 2)}\n`)
    else out.result(listed, () => tableOf(listed, out))
    return 0
  },
}

function tableOf(listed: readonly Annotation[], out: Output): string {
  if (listed.length === 0) return 'No annotations.'
  return out.table(
    listed.map(({ id, status, attribution, exact }) => [
      id,
      status,
      shorten(attribution?.speaker ?? '', 30),
      shorten(exact, 1000),
    ]),
  )
}
