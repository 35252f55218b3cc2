import { setTimeout as pause } from 'node:timers/promises'
import { migrateAnnotations } from '../../src/core/annotations/migrate.ts'
import { createAnnotation, listAnnotations } from '../../src/core/db/annotations.ts'
import { addVersion } from '../../src/core/db/versions.ts'
import { findSource } from '../../src/core/db/sources.ts'
import { importText, scratch, versionOf } from '../../src/core/library/fixtures/scratch.ts'
import { passageAt } from '../../src/shared/anchoring/passage.ts'
import { dice } from '../pdf/articles.mjs'
import { EDITS } from './edits.mjs'
import { SCRIPTS, layOut, makeText } from './texts.mjs'

const script = SCRIPTS.Latin

function passageIn({ text, places }, ids, roll) {
  const first = roll(ids.length - 30)
  const [start] = places.get(ids[first])
  const [, end] = places.get(ids[first + 5 + roll(20)])
  return passageAt(text, { start, end })
}

/** A library of so many sources with so many annotations each, and the new version of each with 3 % of its words changed. */
function populated(library, { sources, perSource, length }) {
  return Array.from({ length: sources }, (_, at) => {
    const roll = dice(at + 1)
    const paragraphs = makeText(script, at + 1, length)
    const old = layOut(paragraphs, script.join)
    const ids = paragraphs.flat().map(({ id }) => id)
    const { source, version } = importText(library, old.text, { citekey: `source${String(at)}` })
    library.write('annotate', (writer) => {
      for (let made = 0; made < perSource; made += 1) {
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

/** Milliseconds between two calls. */
const EVERY = 20

/** Calls the core again and again until told to stop; the longest time that one waited, in milliseconds. */
async function waiting(library, source, going) {
  let longest = 0
  while (going()) {
    const due = performance.now() + EVERY
    await pause(EVERY)
    findSource(library.reader, source)
    longest = Math.max(longest, performance.now() - due)
  }
  return longest
}

/** Seconds to find every annotation of so many sources again after each has got a new version, and how long another call waits. */
export async function reanchorLibrary(size) {
  const place = scratch()
  try {
    const library = place.open()
    const updates = populated(library, size)
    for (const { source, text } of updates) {
      const version = versionOf(library, text)
      library.write('new version', (writer) => addVersion(writer, source, version), library.newRun())
    }
    let going = true
    const longest = waiting(library, updates[0].source, () => going)
    const [started, used] = [performance.now(), process.cpuUsage()]
    for await (const _ of migrateAnnotations(library)) continue
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(used)
    going = false
    const statuses = listAnnotations(library.reader).map(({ status }) => status)
    const counted = (status) => statuses.filter((each) => each === status).length
    return {
      sources: size.sources,
      characters: size.length,
      annotations: statuses.length,
      seconds: Number(seconds.toFixed(2)),
      'CPU, s': Number(((user + system) / 1e6).toFixed(2)),
      'longest wait of another call, ms': Number((await longest).toFixed(1)),
      anchored: counted('anchored'),
      moved: counted('moved'),
      orphaned: counted('orphaned'),
    }
  } finally {
    place[Symbol.dispose]()
  }
}
