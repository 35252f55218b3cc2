import type { MigrationProgress } from '../../shared/contract/annotations.ts'
import { runsMaking, type RunMaking } from '../db/actions.ts'
import { countWaiting, setAnchoring, sourcesWithVersions, waitingIn } from '../db/anchoring.ts'
import { appendAnchor, newestAnchor, newestAnchorId, type AnchorRow } from '../db/annotations.ts'
import type { AnnotationId, SourceId, VersionId } from '../db/ids.ts'
import { createdAtOf, currentVersionId } from '../db/versions.ts'
import type { Writer } from '../db/writer.ts'
import type { Library } from '../library/library.ts'
import { anchorOf } from './current-text.ts'
import { judgeOf, type Judge, type Placed } from './reanchor.ts'

/** Milliseconds that annotations are looked for at a time; storing what was found takes about as long again. */
const SLICE_MS = 15

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Looks for every annotation that waits in the current version of its source, source by source, and tells how far it
 * is. Each slice is one transaction, part of the import that made the version: what is broken off, or ends with the
 * process, leaves each annotation either looked for or waiting, and the next call goes on. Two at once do no harm.
 */
export async function* migrateAnnotations(
  library: Library,
  signal?: AbortSignal,
  sliceMs: number = SLICE_MS,
): AsyncGenerator<MigrationProgress, void, undefined> {
  const found = await waitingSources(library, signal)
  const all = found.reduce((sum, { count }) => sum + count, 0)
  const runOf = runsMaking(library.reader)
  let done = 0
  for (const { source, version } of found) {
    const steps = migrateSource(library, { source, version, sliceMs }, runOf)
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) {
      done += step.value
      yield { done, all: Math.max(all, done), source: null }
      if (signal?.aborted === true) return
    }
    if (step.value === 'finished') yield { done, all: Math.max(all, done), source }
  }
}

interface WaitingSource {
  readonly source: SourceId
  readonly version: VersionId
  readonly count: number
}

async function waitingSources({ reader }: Library, signal?: AbortSignal): Promise<readonly WaitingSource[]> {
  const found: WaitingSource[] = []
  let started = performance.now()
  for (const source of sourcesWithVersions(reader)) {
    if (signal?.aborted === true) return []
    const version = currentVersionId(reader, source)
    const count = version === null ? 0 : countWaiting(reader, source, version)
    if (version !== null && count > 0) found.push({ source, version, count })
    if (performance.now() - started < SLICE_MS) continue
    await turn()
    started = performance.now()
  }
  return found
}

/**
 * Looks for one source's annotations; after each slice, how many those were. Ends where another version became current.
 * Those of a version whose text is damaged go on waiting, and hold up no other source's.
 */
async function* migrateSource(
  library: Library,
  { source, version, sliceMs }: Pick<WaitingSource, 'source' | 'version'> & { readonly sliceMs: number },
  runOf: (version: VersionId) => RunMaking | null,
): AsyncGenerator<number, 'finished' | 'left', undefined> {
  const judge = await judgeOf(library.reader, version, turn)
  if (judge === null) return 'left'
  const at = createdAtOf(library.reader, version)
  for (let from: number | null = 0; from !== null;) {
    const { annotations, next }: ReturnType<typeof waitingIn> = waitingIn(
      library.reader,
      source,
      version,
      from,
    )
    for (let first = 0; first < annotations.length;) {
      const judged = await judgeSome(library, judge, annotations.slice(first), sliceMs)
      first += judged.length
      if (!store(library, { source, version, text: judge.text.raw, at }, judged, runOf(version)))
        return 'left'
      await turn()
      yield judged.length
    }
    from = next
  }
  return 'finished'
}

interface Judged {
  readonly annotation: AnnotationId
  /** The place that was looked for; null for an annotation that has none any more. */
  readonly from: AnchorRow | null
  readonly placed: Placed
}

/** As many as a slice has time for, one at least. */
async function judgeSome(
  { reader }: Library,
  judge: Judge,
  annotations: readonly AnnotationId[],
  sliceMs: number,
): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  const started = performance.now()
  for (const annotation of annotations) {
    const from = newestAnchor(reader, annotation)
    const whole = from !== null && from.segments.length > 0
    const placed = whole ? await judge.place(from) : ORPHANED
    judged.push({ annotation, from, placed })
    if (performance.now() - started >= sliceMs) break
  }
  return judged
}

const ORPHANED: Placed = { status: 'orphaned', segments: [] }

interface Target {
  readonly source: SourceId
  readonly version: VersionId
  readonly text: string
  readonly at: string
}

/** False where nothing was stored, since the version is the current one no more. */
function store(library: Library, target: Target, judged: readonly Judged[], made: RunMaking | null): boolean {
  const body = (writer: Writer): boolean => {
    if (currentVersionId(writer, target.source) !== target.version) return false
    for (const each of judged) storeOne(writer, target, each)
    return true
  }
  return made === null
    ? library.writeQuietly(body, 'repeatable')
    : library.write(made.label, body, made.run, 'repeatable')
}

/** An annotation that was moved since it was looked for stays where it was put, and so does one that another call found. */
function storeOne(writer: Writer, { version, text, at }: Target, { annotation, from, placed }: Judged): void {
  if (from?.version === version || newestAnchorId(writer, annotation) !== (from?.id ?? null)) return
  if (placed.status !== 'orphaned')
    appendAnchor(writer, annotation, anchorOf({ version: { id: version }, text }, placed.segments), at)
  setAnchoring(writer, annotation, version, placed.status)
}
