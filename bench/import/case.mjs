// One measured run in a process of its own: `node case.mjs bare|import FOLDER [PROCESSES]`. Prints its figures as JSON.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { createCore } from '../../src/core/core.ts'
import { decode } from '../../src/core/import/decode.ts'
import { forkedParserHost } from '../../src/core/import/parser/forked-host.ts'

const [kind, folder, processes] = process.argv.slice(2)

function bare() {
  const started = performance.now()
  let pages = 0
  for (const name of readdirSync(folder)) {
    const { text } = decode(readFileSync(join(folder, name)), { html: true, encoding: null })
    new Readability(parseHTML(text).document).parse()
    pages += 1
  }
  return { pages, seconds: (performance.now() - started) / 1000 }
}

const GAP_MS = 20

/** Another user of the same core, who wants something every few milliseconds. From when it was due until it was there. */
function otherCalls(client) {
  const waits = []
  const stop = new AbortController()
  let known = null
  const call = async (number) => {
    if (number % 2 === 1 && known !== null) return client.sources.text({ source: known })
    known = (await client.sources.list({ limit: 100 })).at(-1)?.id ?? null
    return known
  }
  const calls = async () => {
    for (let number = 0; !stop.signal.aborted; number += 1) {
      const due = performance.now() + GAP_MS
      // oxlint-disable-next-line no-await-in-loop -- one call after another
      await new Promise((resolve) => setTimeout(resolve, GAP_MS))
      // oxlint-disable-next-line no-await-in-loop -- one call after another
      await call(number)
      waits.push(performance.now() - due)
    }
  }
  const ended = calls()
  return {
    end: async () => {
      stop.abort()
      await ended
      const sorted = waits.toSorted((a, b) => a - b)
      const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
      return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) }
    },
  }
}

async function imported() {
  const place = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
  const core = createCore({
    path: join(place, 'Bench.verbatim'),
    create: true,
    parserHost: forkedParserHost(
      fileURLToPath(new URL('../../src/core/import/parser/entry.ts', import.meta.url)),
    ),
    processes: Number(processes),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: place,
    log: { error: (what, error) => console.error(what, error) },
  })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const others = otherCalls(core.client)
  delay.enable()
  const started = performance.now()
  const at = []
  const outcomes = {}
  for await (const { status } of await core.client.sources.import({ paths: [folder], tags: [] })) {
    at.push(performance.now() - started)
    outcomes[status] = (outcomes[status] ?? 0) + 1
  }
  const seconds = (performance.now() - started) / 1000
  delay.disable()
  const wait = await others.end()
  core.close()
  rmSync(place, { recursive: true })
  return {
    pages: at.length,
    seconds,
    outcomes,
    at,
    wait,
    loop: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
  }
}

process.send(kind === 'bare' ? bare() : await imported())
