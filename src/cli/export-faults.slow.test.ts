import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Bench } from './bench.ts'
import { contentsOf, type Called, type Calls } from './fixtures/call-each.ts'
import { makeEvidenceLibrary } from './fixtures/evidence-library.ts'

const CALL_EACH = fileURLToPath(new URL('./fixtures/call-each.ts', import.meta.url))

let bench: Bench
let brief = ''
beforeAll(async () => {
  bench = await Bench.open()
  const call = async (...words: readonly string[]) => (await bench.run('--json', ...words)).stdout
  brief = await makeEvidenceLibrary({ call, file: (name, content) => bench.file(name, content) })
  await bench.run('export', 'library', '--out', bench.path('exported'))
}, 60_000)
afterAll(() => bench.close())

interface Target {
  readonly name: string
  /** Of its file; a folder has none. */
  readonly ending: string
  readonly words: (out: string) => readonly string[]
}

const asBrief = (format: string, ending: string, ...more: readonly string[]): Target => ({
  name: ending === '' ? `${format} as a folder` : format,
  ending,
  words: (out) => ['brief', 'export', brief, '--to', format, '--out', out, '--force', ...more],
})
const asList = (format: string): Target => ({
  name: format,
  ending: '.txt',
  words: (out) => ['export', 'bibliography', '--format', format, '--out', out, '--force'],
})

const FILES: readonly Target[] = [
  ...(['md', 'verbatim'] as const).map((format) => asBrief(format, '.md')),
  asBrief('pandoc', '.md'),
  asBrief('obsidian', '.md', '--notes'),
  ...['pdf', 'docx', 'html'].map((format) => asBrief(format, `.${format}`)),
  asBrief('evidence', '.zip'),
  ...['bibtex', 'biblatex', 'ris', 'csl-json'].map(asList),
]
const FOLDERS: readonly Target[] = [
  asBrief('evidence', ''),
  { name: 'the library', ending: '', words: (out) => ['export', 'library', '--out', out] },
  {
    name: 'a restored library',
    ending: '',
    words: (out) => ['restore', bench.path('exported'), '--to', out],
  },
]
const TARGETS = [...FILES, ...FOLDERS]

const nameOf = ({ name, ending }: Target): string => `${name.replaceAll(' ', '-')}${ending}`
const placeIn = (folder: string, target: Target): string => join(folder, nameOf(target))

/** A folder in which every file of `FILES` is there already. */
function olderPlace(name: string): string {
  const place = bench.path(name)
  mkdirSync(place)
  for (const target of FILES) writeFileSync(placeIn(place, target), `old ${target.name}\n`)
  return place
}

interface Said {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The reason that JSON has; the sentence is plain, and the same in both places. */
function reasonOf({ stdout, stderr }: Said): string {
  const { error } = JSON.parse(stdout) as { error: { code: string; message: string } }
  expect(stderr.startsWith(`${error.message}\n`)).toBe(true)
  expect(error.message).toMatch(/^\S.*\.$/)
  expect(error.message).not.toMatch(/\bat .*:\d+:\d+|mistake of its own/)
  return error.code
}

/** Calls each target in a process of its own, begun by `before`, and says what is in the place then. */
function calledIn(before: readonly string[], place: string, targets: readonly Target[]): Called {
  const calls = targets.map((target) => [
    '--library',
    bench.library,
    '--json',
    ...target.words(placeIn(place, target)),
  ])
  const [program, ...words] = [...before, process.execPath, CALL_EACH]
  const { stdout, stderr } = spawnSync(program, words, {
    input: JSON.stringify({ calls, place } satisfies Calls),
    encoding: 'utf8',
    env: { ...process.env, PLACE: place },
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Called
}

const reasonsOf = ({ ended }: Called): readonly string[] => ended.map(reasonOf)

/** Where a disk of its own can be had for one process. */
const ownDisk = spawnSync('unshare', ['-rm', 'true']).status === 0

const onDisk = (script: string): readonly string[] => [
  'unshare',
  '-rm',
  'sh',
  '-c',
  `cp -r "$PLACE" "$PLACE.old" && mount -t tmpfs -o size=400k tmpfs "$PLACE" && cp -r "$PLACE.old/." "$PLACE" && ${script} && exec "$@"`,
  'sh',
]

describe.skipIf(!ownDisk)('on a disk of its own', () => {
  test('without room every export ends with a sentence, and the old files are as they were', () => {
    const place = olderPlace('full')
    const before = contentsOf(place)
    const fill = 'head -c 1000000 /dev/zero > "$PLACE/ballast" 2> "$PLACE.said" || [ -s "$PLACE/ballast" ]'
    const called = calledIn(onDisk(`{ ${fill}; }`), place, TARGETS)
    expect(new Set(reasonsOf(called))).toEqual(new Set(['no-space', 'disk-full']))
    expect(called.ended.map(({ code }) => code)).toEqual(TARGETS.map(() => 1))
    const { ballast: _ballast, ...found } = called.found
    expect(found).toEqual(before)
  })

  test('with room for some of several files none of them is written', () => {
    const place = olderPlace('small')
    const before = contentsOf(place)
    const several = TARGETS.filter(({ name }) =>
      ['obsidian', 'evidence as a folder', 'the library', 'a restored library'].includes(name),
    )
    const fill =
      'head -c 1000000 /dev/zero > "$PLACE/ballast" 2> "$PLACE.said"; truncate -s -8K "$PLACE/ballast"'
    const called = calledIn(onDisk(`{ ${fill}; }`), place, several)
    expect(new Set(reasonsOf(called))).toEqual(new Set(['no-space', 'disk-full']))
    const { ballast: _ballast, ...found } = called.found
    expect(found).toEqual(before)
  })

  test('that is read-only every export says so', () => {
    const place = olderPlace('read-only')
    const before = contentsOf(place)
    const called = calledIn(onDisk('mount -o remount,ro "$PLACE"'), place, TARGETS)
    expect(reasonsOf(called)).toEqual(TARGETS.map(() => 'not-writable'))
    expect(called.found).toEqual(before)
  })
})

test('in a folder that may not be written to every export says so', () => {
  const place = olderPlace('shut')
  const before = contentsOf(place)
  chmodSync(place, 0o555)
  // The superuser writes everywhere, unless the right to is taken from it.
  const unprivileged =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []
  const called = calledIn(unprivileged, place, TARGETS)
  chmodSync(place, 0o755)
  expect(reasonsOf(called)).toEqual(TARGETS.map(() => 'not-writable'))
  expect(called.found).toEqual(before)
})

/** A place that something is wrong with, and what is said of it for a file and for a folder. */
const PLACES: readonly (readonly [string, (folder: string, name: string) => string, string, string])[] = [
  ['a folder that is not there', (folder, name) => join(folder, 'none', name), 'no-folder', 'no-folder'],
  [
    'a file for a folder',
    (folder, name) => {
      writeFileSync(join(folder, 'file'), 'old')
      return join(folder, 'file', name)
    },
    'no-folder',
    'no-folder',
  ],
  [
    'a name that is too long',
    (folder, name) => join(folder, 'x'.repeat(300) + name),
    'not-written',
    'not-written',
  ],
  [
    'a folder with somebody’s file',
    (folder, name) => {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'mine.txt'), 'mine')
      return join(folder, name)
    },
    'is-folder',
    'exists',
  ],
  [
    'a link to nothing',
    (folder, name) => {
      symlinkSync('nothing', join(folder, name))
      return join(folder, name)
    },
    'not-a-file',
    'exists',
  ],
  [
    'a link to itself',
    (folder, name) => {
      symlinkSync(name, join(folder, name))
      return join(folder, name)
    },
    'not-a-file',
    'exists',
  ],
  ['the library’s database', () => join(bench.library, 'library.db'), 'in-library', 'in-library'],
  ['the library’s blobs', (_, name) => join(bench.library, 'blobs', name), 'in-library', 'in-library'],
  [
    'a link into the library',
    (folder, name) => {
      symlinkSync(bench.library, join(folder, 'link'))
      return join(folder, 'link', name)
    },
    'in-library',
    'in-library',
  ],
]

test.each(PLACES)(
  'at %s every export ends with a sentence, and nothing changes',
  async (what, placed, file, folder) => {
    const library = contentsOf(bench.library)
    for (const [at, target] of TARGETS.entries()) {
      const around = bench.path(`${PLACES.findIndex(([name]) => name === what)} ${String(at)}`)
      mkdirSync(around)
      const out = placed(around, nameOf(target))
      const before = contentsOf(around)
      const said = await bench.run('--json', ...target.words(out))
      const isForeign = target.name === 'evidence as a folder' && what === 'a folder with somebody’s file'
      const wanted = isForeign ? 'not-a-package' : target.ending === '' ? folder : file
      expect([target.name, said.code, reasonOf(said)]).toEqual([target.name, 1, wanted])
      expect(contentsOf(around)).toEqual(before)
    }
    expect(contentsOf(bench.library)).toEqual(library)
  },
)

test('a dash is no path: the call is wrong', async () => {
  for (const target of TARGETS) {
    const said = await bench.run('--json', ...target.words('-'))
    expect([target.name, said.code, reasonOf(said)]).toEqual([target.name, 2, 'usage'])
  }
})

test('a bibliography beside a brief never takes the brief’s own name', async () => {
  const out = bench.path('works.bib')
  const said = await bench.run('--json', 'brief', 'export', brief, '--to', 'pandoc', '--out', out)
  expect([said.code, reasonOf(said)]).toEqual([1, 'same-name'])
})

test('a name that promises another format is told of', async () => {
  const pdf = await bench.run('brief', 'export', brief, '--to', 'html', '--out', bench.path('page.pdf'))
  expect([pdf.code, pdf.stderr]).toEqual([0, expect.stringContaining('page.pdf ends in “.pdf”')])
  const text = await bench.run('brief', 'export', brief, '--to', 'md', '--out', bench.path('page.txt'))
  expect([text.code, text.stderr]).toEqual([0, expect.not.stringContaining('ends in')])
})
