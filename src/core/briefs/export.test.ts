import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Citations } from '../citations/citations.ts'
import { importText, scratch, type Scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import type { Services } from '../services.ts'
import { editSource } from '../sources/edit.ts'
import { digestBrief } from './digest.ts'
import { exportBrief } from './export.ts'
import { importBrief } from './import.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))

let place: Scratch
let library: Library
let folder: string
beforeEach(() => {
  place = scratch()
  library = place.open({ digestBrief })
  folder = mkdtempSync(join(tmpdir(), 'verbatim-export-'))
  importText(library, 'We will not close the port.', { citekey: 'marrow2024port', title: 'The port' })
})
afterEach(() => {
  place[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

const nothing = (): void => undefined

test.each(['md', 'pandoc', 'obsidian', 'html'] as const)(
  'what is edited while a brief is exported as %s is in all of it or in none',
  async (format) => {
    const citations = new Citations(library, join(RESOURCES, 'citation'))
    let edit = nothing
    const services = {
      library,
      fonts: join(RESOURCES, 'fonts'),
      // It is asked for midway, several times.
      citations: () => {
        edit()
        return Promise.resolve(citations)
      },
    } as Services
    const markdown =
      'The minister: “We will not close the port” [@marrow2024port]. Or so [@marrow2024port].\n'
    const { id } = importBrief(library, { markdown, name: 'Port' })
    const exported = async (name: string): Promise<string> => {
      const out = join(folder, name, 'port.txt')
      const asked = { brief: id, format, out, force: true, strict: false, notes: format === 'obsidian' }
      const { beside = [] } = await exportBrief(services, asked)
      return [out, ...beside].map((path) => readFileSync(path, 'utf8')).join('\n')
    }
    const before = await exported('.')
    let edits = 0
    edit = () => {
      edits += 1
      editSource(library, {
        source: 'marrow2024port',
        title: `The Harbour ${String(edits)}`,
        citekey: 'marrow2024port',
      })
    }
    expect(await exported('.')).toBe(before)
    expect(edits).toBeGreaterThan(1)
    edit = nothing
    expect(await exported('.')).toContain(`The Harbour ${String(edits)}`)
  },
)
