import { reanchorSource } from '../../src/core/annotations/reanchor.ts'
import { createAnnotation, listAnnotations } from '../../src/core/db/annotations.ts'
import { addVersion } from '../../src/core/db/versions.ts'
import { importText, scratch, versionOf } from '../../src/core/library/fixtures/scratch.ts'
import { passageAt } from '../../src/shared/anchoring/passage.ts'
import { dice } from '../pdf/articles.mjs'
import { EDITS } from './edits.mjs'
import { SCRIPTS, layOut, makeText } from './texts.mjs'

const LENGTH = 6000
const PER_SOURCE = 10
const script = SCRIPTS.Latin

function passageIn({ text, places }, ids, roll) {
  const first = roll(ids.length - 30)
  const [start] = places.get(ids[first])
  const [, end] = places.get(ids[first + 5 + roll(20)])
  return passageAt(text, { start, end })
}

/** A library of so many sources with ten annotations each, and the new version of each with 3 % of its words changed. */
function populated(library, count) {
  return Array.from({ length: count }, (_, at) => {
    const roll = dice(at + 1)
    const paragraphs = makeText(script, at + 1, LENGTH)
    const old = layOut(paragraphs, script.join)
    const ids = paragraphs.flat().map(({ id }) => id)
    const { source, version } = importText(library, old.text, { citekey: `source${String(at)}` })
    library.write('annotate', (writer) => {
      for (let made = 0; made < PER_SOURCE; made += 1) {
        const { start, end, exact, prefix, suffix } = passageIn(old, ids, roll)
        const segments = [{ start, end }]
        const beside = { colour: 'yellow', comment: null, tags: [], attribution: null }
        createAnnotation(writer, { source, version, segments, exact, prefix, suffix, ...beside })
      }
    })
    const edited = layOut(EDITS['words 3 %'](paragraphs, 0, script, roll, []), script.join)
    return { source, text: edited.text }
  })
}

/** Seconds to find every annotation of so many sources again after each has got a new version, and the longest single step. */
export function reanchorLibrary(count) {
  const place = scratch()
  try {
    const library = place.open()
    const updates = populated(library, count)
    let seconds = 0
    let longest = 0
    for (const { source, text } of updates) {
      const version = versionOf(library, text)
      library.write('new version', (writer) => {
        addVersion(writer, source, version)
        const started = performance.now()
        reanchorSource(writer, source)
        const took = performance.now() - started
        seconds += took / 1000
        longest = Math.max(longest, took)
      })
    }
    const statuses = listAnnotations(library.reader).map(({ status }) => status)
    const counted = (status) => statuses.filter((each) => each === status).length
    return {
      sources: count,
      annotations: statuses.length,
      seconds: Number(seconds.toFixed(2)),
      'longest source, ms': Number(longest.toFixed(1)),
      anchored: counted('anchored'),
      moved: counted('moved'),
      orphaned: counted('orphaned'),
    }
  } finally {
    place[Symbol.dispose]()
  }
}
