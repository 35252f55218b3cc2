import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { findAnnotation, listAnchors } from '../db/annotations.ts'
import { scratch } from '../library/fixtures/scratch.ts'
import { highlighted, OUTCOMES, update } from './fixtures/updated.ts'

const PROGRAM = fileURLToPath(new URL('fixtures/migrating.ts', import.meta.url))
const SOURCES = 20

const migrating = (library: string) =>
  spawn(process.execPath, ['--no-warnings', PROGRAM, library], { stdio: ['ignore', 'pipe', 'inherit'] })

it.each([1, 9, 50])(
  'a process that is killed after %i highlights leaves each looked for or waiting, and the next one goes on',
  async (highlights) => {
    using place = scratch()
    const library = place.open()
    const updated = highlighted(library, SOURCES)
    update(library, updated)
    const killed = migrating(place.path)
    let lines = 0
    for await (const _ of createInterface(killed.stdout)) if (++lines === highlights) killed.kill('SIGKILL')
    await once(killed, 'close')
    const ids = updated.flatMap(({ annotations }) => annotations)
    const outcomes = Array.from({ length: SOURCES }, () => OUTCOMES).flat()
    let waiting = 0
    for (const [at, id] of ids.entries()) {
      const found = findAnnotation(library.reader, id)
      if (found?.waiting === true) {
        waiting += 1
        expect(listAnchors(library.reader, id)).toHaveLength(1)
      } else expect(found?.status).toBe(outcomes[at])
    }
    expect(waiting).toBeGreaterThan(0)
    expect(waiting).toBeLessThanOrEqual(SOURCES * OUTCOMES.length - highlights + SOURCES)
    const next = migrating(place.path)
    next.stdout.resume()
    await once(next, 'close')
    expect(ids.map((id) => findAnnotation(library.reader, id)?.status)).toEqual(outcomes)
    expect(library.faults()).toEqual([])
  },
)
