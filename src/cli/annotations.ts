import { ANNOTATION_FORMATS, type Annotation } from '../shared/contract/annotations.ts'
import { shorten } from './columns.ts'
import type { Command } from './command.ts'
import type { Output } from './output.ts'

const FORMATS = ['json', ...ANNOTATION_FORMATS] as const

export const annotations: Command = {
  name: 'annotations',
  usage: '[--source S] [--format json|jsonld|csv|md]',
  about:
    'Lists the annotations of one source, or all of them, in the order of their making. jsonld gives W3C Web\n' +
    'Annotations, which other programs read and “annotations import” takes back; csv a table; md a text to read.',
  example: 'verbatim annotations --source pakistanndcondemned --format jsonld > pakistan.jsonld',
  options: {
    source: { kind: 'value', value: 'S', help: 'a citekey or id' },
    format: { kind: 'value', value: 'F', help: `one of ${FORMATS.join(', ')}` },
  },
  words: { least: 0, most: 0 },
  run: async ({ given, out, library }) => {
    const format = given.choice('format', FORMATS)
    const source = given.text('source')
    const asked = source === undefined ? {} : { source }
    const client = await library()
    if (format !== undefined && format !== 'json') {
      const { text } = await client.annotations.export({ ...asked, format })
      out.raw(text)
      return 0
    }
    const listed = await client.annotations.list(asked)
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
