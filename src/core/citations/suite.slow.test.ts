import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const CASES = fileURLToPath(new URL('../../../../shared/corpus/csl/humans.json.gz', import.meta.url))
const BENCH = fileURLToPath(new URL('../../../bench/citations.mjs', import.meta.url))

interface Count {
  readonly cases: number
  readonly verbatim: number
  readonly citeproc: number
}

test.runIf(existsSync(CASES))('sets the CSL project’s own cases as bare citeproc does', () => {
  const printed = execFileSync(process.execPath, [BENCH, CASES, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const categories = Object.values(JSON.parse(printed) as Record<string, Count>)
  expect(categories.filter(({ verbatim, citeproc }) => verbatim < citeproc)).toEqual([])
  expect(categories.reduce((sum, { verbatim }) => sum + verbatim, 0)).toBeGreaterThanOrEqual(431)
})
