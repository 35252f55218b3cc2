import { COLOURS, type Annotation, type NewAnnotation } from '../shared/contract/annotations.ts'
import { misused, type Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import type { Output } from './output.ts'

export const annotate: Command = {
  name: 'annotate',
  usage:
    'SOURCE (--quote TEXT [--prefix P] [--suffix S] | --start N --end N) [--comment C] [--tag T]… ' +
    '[--colour C] [--speaker NAME] [--role R] [--stance S] [--topic T] [--date D] [--place P]',
  about:
    'Marks a passage of a source’s current version. --quote finds it by its words, white space and the look of\n' +
    'quotation marks and dashes aside; where they stand several times, --prefix or --suffix says which.\n' +
    'Offsets count UTF-16 code units from 0, the end not included, in what “show SOURCE --text” writes.',
  example:
    'verbatim annotate pakistanndcondemned --quote "yet another extremely provocative step" \\\n' +
    '  --speaker "Foreign Ministry of Azerbaijan" --stance against --topic "elections"',
  options: {
    quote: { kind: 'text', value: 'TEXT', help: 'the words of the passage' },
    prefix: { kind: 'text', value: 'P', help: 'words right before it' },
    suffix: { kind: 'text', value: 'S', help: 'words right after it' },
    start: { kind: 'value', value: 'N', help: 'where it begins' },
    end: { kind: 'value', value: 'N', help: 'where it ends' },
    comment: { kind: 'text', value: 'C', help: 'your own note' },
    tag: { kind: 'list', value: 'T', help: 'a tag; may be given again' },
    colour: { kind: 'value', value: 'C', help: `one of ${COLOURS.join(', ')}` },
    speaker: { kind: 'text', value: 'NAME', help: 'who said it' },
    role: { kind: 'text', value: 'R', help: 'as what the speaker spoke' },
    stance: { kind: 'text', value: 'S', help: 'for, against, or as you name it' },
    topic: { kind: 'text', value: 'T', help: 'what it is about' },
    date: { kind: 'text', value: 'D', help: 'when it was said: 2024, 2024-03 or 2024-03-14' },
    place: { kind: 'text', value: 'P', help: 'where it was said' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const placeSaid = given.text('place')?.trim() ?? ''
    const request: NewAnnotation = {
      source: given.words[0] ?? '',
      place: placeOf(given),
      tags: given.filled('tag'),
      colour: given.choice('colour', COLOURS) ?? 'yellow',
      ...filled(given, ['comment', 'speaker', 'role', 'stance', 'topic', 'date']),
      ...(placeSaid === '' ? {} : { placeSaid }),
    }
    const annotation = await (await library()).annotations.create(request)
    out.result(annotation, () => annotationFacts(annotation, out))
    return 0
  },
}

function placeOf(given: Arguments): NewAnnotation['place'] {
  const start = given.whole('start', 0)
  const end = given.whole('end', 0)
  const quote = given.text('quote')
  if (quote !== undefined) {
    if (start !== undefined || end !== undefined) throw misused('Give either --quote, or --start and --end.')
    if (quote.trim() === '') throw misused('--quote needs the words of the passage.')
    return { quote, ...filled(given, ['prefix', 'suffix']) }
  }
  if (given.flag('prefix') || given.flag('suffix')) throw misused('--prefix and --suffix go with --quote.')
  if (start === undefined || end === undefined) throw misused('Give --quote, or --start and --end.')
  if (end <= start)
    throw misused(`--end must be greater than --start, and ${end} is not greater than ${start}.`)
  return { start, end }
}

/** The options among `names` that are given and not blank. */
function filled<Name extends string>(given: Arguments, names: readonly Name[]): { [N in Name]?: string } {
  const found: { [N in Name]?: string } = {}
  for (const name of names) {
    const value = given.text(name)
    if (value !== undefined && value.trim() !== '') found[name] = value
  }
  return found
}

export function annotationFacts(annotation: Annotation, out: Output): string {
  const { attribution, start, end, tags, comment } = annotation
  const rows: [string, string | null][] = [
    ['Annotation', annotation.id],
    ['Passage', annotation.exact],
    ['Place', start === null ? 'no longer in the text' : `${start}–${end} in version ${annotation.version}`],
    ['Status', annotation.status],
    ['Speaker', attribution?.speaker ?? null],
    ['Role', attribution?.role ?? null],
    ['Stance', attribution?.stance ?? null],
    ['Topic', attribution?.topic ?? null],
    ['Said on', attribution?.date ?? null],
    ['Said in', attribution?.place ?? null],
    ['Comment', comment],
    ['Tags', tags.join(', ')],
    ['Colour', annotation.colour],
  ]
  return out.table(rows.flatMap(([name, fact]) => (fact ? [[name, fact]] : [])))
}
