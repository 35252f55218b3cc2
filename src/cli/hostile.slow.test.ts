import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { writeZip } from '../core/import/archive/fixtures/write-zip.ts'
import { docx, paragraph, WORD } from '../core/import/importers/fixtures/docx.ts'
import { Bench } from './bench.ts'

const ENTRY = fileURLToPath(new URL('./index.ts', import.meta.url))

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
  mkdirSync(bench.path('in'))
  mkdirSync(bench.path('tmp'))
})
afterEach(() => bench.close())

/** An article of its own words, so that no two are alike. */
const story = (name: string, sentences = 12): string =>
  `The harbour of ${name}\n\n${Array.from(
    { length: sentences },
    (_, at) => `The clerk of ${name} counted ${String(at * 7 + name.length)} boats on day ${String(at)}.`,
  ).join(' ')}\n`

const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(bench.path('in'), name), content)

const outcomesOf = (stdout: string): ImportOutcome[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportOutcome)

const importing = (
  ...paths: readonly string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  bench.spawn(
    { environment: { TMPDIR: bench.path('tmp') } },
    '--library',
    bench.library,
    '--json',
    'import',
    ...paths,
  )

/** The library passes `verify`, and nothing half-written lies about. */
async function expectSound(): Promise<void> {
  const verified = await bench.spawn({}, '--library', bench.library, '--json', 'verify')
  expect(verified.stderr).toBe('')
  expect(JSON.parse(verified.stdout)).toMatchObject({ damaged: [] })
  const files = readdirSync(bench.library, { recursive: true }).map(String)
  expect(files.filter((name) => basename(name).startsWith('.tmp-'))).toEqual([])
  expect(readdirSync(bench.path('tmp'))).toEqual([])
}

const entityBomb = (): Buffer => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY e${String(at + 1)} "${`&e${String(at)};`.repeat(10)}">`,
  )
  return docx('', [
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "bomb">${levels.join('')}]><w:document ${WORD}><w:body>${paragraph('Words &e12; end')}</w:body></w:document>`,
    },
  ])
}

/** Name, content, and what is to come of it: a status, or the code of a failure. */
const HOSTILE: readonly (readonly [string, () => string | Uint8Array, string])[] = [
  ['bomb.docx', () => docx('', [{ name: 'word/x', content: Buffer.alloc(64 * 1024 * 1024) }]), 'zip-bomb'],
  [
    'lying.docx',
    () => docx('', [{ name: 'word/document.xml', content: Buffer.alloc(1024 * 1024, 'a'), lie: 10 }]),
    'failed',
  ],
  ['climbs.docx', () => docx(paragraph('Up.'), [{ name: '../../up.txt', content: 'up' }]), 'unsafe-archive'],
  ['absolute.docx', () => docx(paragraph('Up.'), [{ name: '/etc/up.txt', content: 'up' }]), 'unsafe-archive'],
  ['entities.docx', entityBomb, 'damaged'],
  ['deep.html', () => `<p>Top.</p>${'<div>'.repeat(100_000)}deep words`, 'imported'],
  [
    'deep.docx',
    () => docx(`${'<w:sdt><w:sdtContent>'.repeat(100_000)}${'</w:sdtContent></w:sdt>'.repeat(100_000)}`),
    'failed',
  ],
  ['cut.pdf', () => '%PDF-1.7\n1 0 obj\n<< /Type /Catalog', 'damaged'],
  ['cut.zip.docx', () => docx(paragraph('Words')).subarray(0, 700), 'damaged'],
  [
    'cut.mhtml',
    () =>
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>The pier.</p>',
    'truncated',
  ],
  ['magic.html', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'unsupported'],
  ['other.zip', () => writeZip([{ name: 'a.txt', content: 'a' }]), 'unsupported'],
  ['nulls.txt', () => Buffer.from(`${story('Nulls')}\0\0\0\0 and on`), 'imported'],
  [
    'mixed.txt',
    () => Buffer.concat([Buffer.from(`${story('Mixed')}caf\u00e9 `), Buffer.from('caf\u00e9', 'latin1')]),
    'imported',
  ],
  [
    'bait.html',
    () =>
      `<p>Words.</p><p>${'('.repeat(60_000)}${'a '.repeat(60_000)}${'“'.repeat(20_000)}</p><!--${'<!--'.repeat(50_000)}`,
    'imported',
  ],
  [
    'bait.md',
    () => `# Words\n\n${'*a_ '.repeat(1000)}${'['.repeat(50_000)}${'`'.repeat(30_001)}`,
    'imported',
  ],
  ['new\nline \u{1F4F0} “quoted”.txt', () => story('Newline'), 'imported'],
  ['-rf.txt', () => story('Dash'), 'imported'],
]

test('a folder of hostile files: each says why, all others are in, and nothing is left behind', async () => {
  for (const [name, content] of HOSTILE) put(name, content())
  const good = Array.from({ length: 6 }, (_, at) => `good-${String(at)}.txt`)
  for (const name of good) put(name, story(name))
  symlinkSync('/dev/zero', join(bench.path('in'), 'zero.txt'))
  symlinkSync(bench.path('in'), join(bench.path('in'), 'circle'))
  spawnSync('mkfifo', [join(bench.path('in'), 'pipe.txt')])
  const { stdout, stderr } = await importing(bench.path('in'), '/dev/zero')
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  const outcomes = outcomesOf(stdout)
  const of = (name: string): ImportOutcome | undefined => outcomes.find(({ path }) => basename(path) === name)
  for (const [name, , expected] of HOSTILE) {
    const outcome = of(name)
    expect([name, expected]).toEqual([
      name,
      [outcome?.status, outcome?.error?.code].find((said) => said === expected),
    ])
    if (outcome?.status === 'failed') expect(outcome.error?.message).toMatch(/\. Nothing .*was imported\./)
  }
  expect(good.map((name) => of(name)?.status)).toEqual(good.map(() => 'imported'))
  expect(['zero.txt', 'circle', 'pipe.txt', 'zero'].map((name) => of(name)?.error?.code)).toEqual([
    'link-outside',
    'link-loop',
    'not-a-file',
    'not-a-file',
  ])
  expect(existsSync(bench.path('up.txt'))).toBe(false)
  await expectSound()
})

test('a file and a folder without permission cost themselves alone', async () => {
  put('locked.txt', story('Locked'))
  put('open.txt', story('Open'))
  mkdirSync(join(bench.path('in'), 'shut'))
  chmodSync(join(bench.path('in'), 'locked.txt'), 0)
  chmodSync(join(bench.path('in'), 'shut'), 0)
  const argv = [ENTRY, '--library', bench.library, '--json', 'import', bench.path('in')]
  // The superuser reads everything, unless the right to is taken from it.
  const unprivileged =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []
  const [program, ...before] = [...unprivileged, process.execPath]
  const { stdout, stderr } = spawnSync(program, [...before, ...argv], { encoding: 'utf8' })
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  expect(outcomesOf(stdout).map(({ path, status, error }) => [basename(path), status, error?.code])).toEqual([
    ['locked.txt', 'failed', 'unreadable'],
    ['open.txt', 'imported', undefined],
    ['shut', 'failed', 'unreadable'],
  ])
  chmodSync(join(bench.path('in'), 'shut'), 0o755)
})

/** Where a small disk can be had: a file system of its own for one process. */
const smallDisk = spawnSync('unshare', ['-rm', 'true']).status === 0

test.skipIf(!smallDisk)('a disk that fills up ends with a sentence; what was stored is whole', async () => {
  for (let at = 0; at < 30; at += 1)
    put(`${String(at).padStart(2, '0')}.txt`, story(`Port ${String(at)}`, 2500))
  mkdirSync(bench.path('disk'))
  const script = `mount -t tmpfs -o size=6m tmpfs "$DISK" && head -c 2000000 /dev/zero > "$DISK/ballast"
    "$NODE" "$ENTRY" --library "$DISK/L.verbatim" --json import "$IN"; echo "import ended with $?"
    find "$DISK" -name ".tmp-*"; rm "$DISK/ballast"
    "$NODE" "$ENTRY" --library "$DISK/L.verbatim" --json verify; echo "verify ended with $?"
    "$NODE" "$ENTRY" --library "$DISK/L.verbatim" --json sources | head -c 2000000`
  const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, DISK: bench.path('disk'), NODE: process.execPath, ENTRY, IN: bench.path('in') },
  })
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  const [first = '', second = '', third = ''] = stdout.split(/^(?:import ended with 1|verify ended with 0)$/m)
  const outcomes = outcomesOf(first)
  const stored = outcomes.filter(({ status }) => status === 'imported')
  expect(outcomes).toHaveLength(30)
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.length).toBeLessThan(30)
  for (const { status, error } of outcomes) if (status !== 'imported') expect(error?.code).toBe('disk-full')
  expect(second).not.toContain('.tmp-')
  expect(JSON.parse(second)).toMatchObject({ damaged: [] })
  expect((JSON.parse(third) as unknown[]).length).toBe(stored.length)
})

describe('an import that is killed', () => {
  test('at any moment leaves a sound library, and the next one brings in the rest', async () => {
    for (let at = 0; at < 25; at += 1)
      put(`${String(at).padStart(2, '0')}.txt`, story(`Pier ${String(at)}`, 200))
    await bench.run('init')
    for (const milliseconds of [250, 350, 450, 550, 700, 900]) {
      const child = spawn(process.execPath, [ENTRY, '--library', bench.library, 'import', bench.path('in')], {
        stdio: 'ignore',
        env: { ...process.env, TMPDIR: bench.path('tmp') },
      })
      const ended = once(child, 'close')
      await Promise.race([wait(milliseconds), ended])
      child.kill('SIGKILL')
      await ended
    }
    const { code, stdout } = await importing(bench.path('in'))
    expect(code).toBe(0)
    expect(
      outcomesOf(stdout).filter(({ status }) => status !== 'imported' && status !== 'duplicate'),
    ).toEqual([])
    expect(await bench.json('sources')).toHaveLength(25)
    await expectSound()
  })
})
