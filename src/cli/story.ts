import type { DiffOperation } from '../shared/contract/check.ts'
import type { Story, StoryMate } from '../shared/contract/stories.ts'
import { misused } from './arguments.ts'
import type { Command } from './command.ts'
import { differences } from './differences.ts'

export const story: Command = {
  name: 'story',
  usage: 'SOURCE [--same OTHER|--not OTHER]',
  about:
    'Lists the other sources that hold copies of the same report (an agency’s words in two papers), how alike\n' +
    'they are, and what differs. --same and --not say that another source is, or is not, the same story; that\n' +
    'stays. Likeness only groups: no quotation is true or false by it.',
  example: 'verbatim story ferrow2026velmora --not calder2026lake',
  options: {
    same: { kind: 'value', value: 'OTHER', help: 'a source that is the same story' },
    not: { kind: 'value', value: 'OTHER', help: 'a source that is another story' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const [source = ''] = given.words
    const [same, not] = [given.text('same'), given.text('not')]
    if (same !== undefined && not !== undefined)
      throw misused('Only one of --same and --not can be said at a time.')
    const { stories } = await library()
    const other = same ?? not
    const found =
      other === undefined
        ? await out.during('Comparing …', stories.of({ source }))
        : await stories.say({ source, other, same: same !== undefined })
    const others: Compared[] = []
    for (const mate of found.others) {
      const texts = found.source.versions > 0 && mate.source.versions > 0
      const pair = { source: found.source.id, other: mate.source.id }
      others.push({ ...mate, diff: texts ? (await stories.differences(pair)).diff : [] })
    }
    out.result({ ...found, others }, () => describe({ ...found, others }))
    return 0
  },
}

interface Compared extends StoryMate {
  readonly diff: readonly DiffOperation[]
}

function describe({
  source,
  others,
  parted,
}: Omit<Story, 'others'> & { readonly others: readonly Compared[] }): string {
  const mates = others.map(({ source: mate, likeness, said, diff }) => {
    const where = [mate.publication, mate.published].filter((known) => known !== null).join(', ')
    const alike = likeness === null ? 'not compared' : `${String(Math.floor(likeness * 100))} % alike`
    const head = [mate.citekey, where, alike, ...(said ? ['joined by hand'] : [])].filter(
      (part) => part !== '',
    )
    return `${head.join('  ')}\n${differences(diff)}`
  })
  const apart = parted.map(({ citekey }) => `${citekey}  another story, as was said`)
  if (mates.length + apart.length === 0) return `No other source tells the story of ${source.citekey}.`
  return [...mates, ...apart].join('\n\n')
}
