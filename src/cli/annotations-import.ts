import { resolve } from 'node:path'
import type { AnnotationImport } from '../shared/contract/annotations.ts'
import { shorten } from './columns.ts'
import type { Command } from './command.ts'
import { grouped } from './numbers.ts'
import type { Output } from './output.ts'

const SHOW_AFTER_MS = 1000
const SHOW_EVERY = 100

export const annotationsImport: Command = {
  name: 'annotations import',
  usage: 'FILE.jsonld',
  about:
    'Takes in annotations of other programs, or of “annotations --format jsonld”: W3C Web Annotations, or what\n' +
    'Hypothesis exports. Each is put where its words stand in its source, which must be in the library; each that\n' +
    'cannot be says why, and the others are in.',
  example: 'verbatim annotations import pakistan.jsonld',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library, interruption }) => {
    const path = resolve(given.words[0] ?? '')
    const { readTextFile } = await import('../core/check/draft-file.ts')
    const json = await readTextFile(path)
    const signal = interruption()
    const outcomes: AnnotationImport[] = []
    const started = performance.now()
    for await (const outcome of await (await library()).annotations.import({ json }, { signal })) {
      outcomes.push(outcome)
      if (outcomes.length % SHOW_EVERY === 0 && performance.now() - started > SHOW_AFTER_MS)
        out.status(`Taking in annotations: ${grouped(outcomes.length)}`)
    }
    out.status(null)
    out.result(outcomes, () => tableOf(outcomes, out))
    if (signal.aborted) out.say('Stopped; what was imported is kept.')
    return signal.aborted || outcomes.some(({ status }) => status === 'failed') ? 1 : 0
  },
}

function tableOf(outcomes: readonly AnnotationImport[], out: Output): string {
  if (outcomes.length === 0) return 'There are no annotations in this file.'
  return out.table(
    outcomes.map(({ index, id, status, annotation, error }) => [
      id ?? `no. ${String(index + 1)}`,
      status,
      shorten(error?.message ?? annotation?.exact ?? '', 1000),
    ]),
  )
}
