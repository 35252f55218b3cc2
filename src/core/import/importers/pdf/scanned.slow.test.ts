import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readOriginal } from '../../read.ts'

const bytes = readFileSync(new URL('fixtures/scanned.pdf', import.meta.url))

test(
  'pages that are pictures are read on this machine, and marked as such',
  { timeout: 120_000 },
  async () => {
    let steps = 0
    const progress = (): void => {
      steps += 1
    }
    const read = await readOriginal({ bytes, name: 'scan.pdf', encoding: null, progress })
    expect(read.text).toContain('said on Monday that the dam would not be opened before the spring.')
    expect(read.text).toContain('43 boats stayed in the harbour')
    expect(read.recognition).toMatchObject({ engine: 'tesseract', language: 'eng', pages: 1 })
    expect(read.recognition?.confidence).toBeGreaterThan(80)
    expect(read.warning).toMatchObject({ code: 'recognised' })
    expect(steps).toBe(1)
  },
)
