import type { VerifyReport } from '../shared/contract/library.ts'
import type { Command } from './command.ts'
import type { Output } from './output.ts'

export const verify: Command = {
  name: 'verify',
  usage: '',
  about:
    'Reads every original, image and text again and compares its hash, finds every annotation again, and checks\n' +
    'every linked quote of every brief. Exits 1 only when something stored is damaged.',
  example: 'verbatim verify',
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ out, library }) => {
    const report = await out.during('Reading everything again …', (await library()).library.verify({}))
    out.result(report, () => describe(report, out))
    return report.damaged.length > 0 ? 1 : 0
  },
}

function describe(
  { originals, images, texts, annotations, quotes, damaged }: VerifyReport,
  out: Output,
): string {
  const judged = Object.entries(quotes).filter(([, number]) => number > 0)
  const facts = out.table([
    ['Originals', String(originals)],
    ['Images', String(images)],
    ['Texts', String(texts)],
    [
      'Annotations',
      `${annotations.anchored} anchored, ${annotations.moved} moved, ${annotations.orphaned} orphaned`,
    ],
    ['Quotes', judged.length === 0 ? 'none' : judged.map(([verdict, n]) => `${n} ${verdict}`).join(', ')],
  ])
  if (damaged.length === 0) return `${facts}\nNothing is damaged.`
  return [facts, 'Damaged:', ...damaged.map(({ what, id, message }) => `  ${what} ${id}: ${message}`)].join(
    '\n',
  )
}
