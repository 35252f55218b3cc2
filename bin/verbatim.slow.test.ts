import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const program = join(root, 'bin', 'verbatim.mjs')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bin-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The system's own Node where it is another one: the program must find its way from there. */
const others = ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))

test.each([process.execPath, ...others])('runs from %s and passes on what was said and the exit', (node) => {
  const well = spawnSync(node, [program, '--version'], { encoding: 'utf8' })
  expect([well.status, well.stderr]).toEqual([0, ''])
  expect(well.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  const wrong = spawnSync(node, [program, 'no-such-command'], { encoding: 'utf8' })
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).not.toContain('Warning')
})

test('bytes go through untouched, in and out', () => {
  const library = join(folder, 'bytes.verbatim')
  const bytes = Buffer.from('A saved note\n\n“Curly” \u00A0 and\u200B odd.\n')
  const run = (...args: readonly string[]): Buffer =>
    spawnSync(process.execPath, [program, '--library', library, ...args], { input: bytes }).stdout
  const [line] = run('--json', 'import', '-').toString().split('\n')
  const outcome: { readonly source: { readonly id: string } } = JSON.parse(line ?? '')
  expect(run('show', outcome.source.id, '--original').equals(bytes)).toBe(true)
})

test('a reader that stops early is no fault', () => {
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" --help | head -n 1`], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
})

test('a signal ends the program behind it, and is how it ends itself', async () => {
  const args = [program, '--library', join(folder, 'waiting.verbatim'), 'import', '-']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  child.kill('SIGTERM')
  expect(await ended).toBe('SIGTERM')
})

test.each(['none', 'some'])(
  'with %s of its packages, one sentence names the command, and the exit is 3',
  (which) => {
    const bare = join(folder, which)
    const some = which === 'some' ? ['better-sqlite3', 'zod'] : []
    for (const name of some) mkdirSync(join(bare, 'node_modules', name), { recursive: true })
    mkdirSync(bare, { recursive: true })
    cpSync(join(root, 'package.json'), join(bare, 'package.json'))
    for (const part of ['bin', 'scripts']) cpSync(join(root, part), join(bare, part), { recursive: true })
    const { status, stderr } = spawnSync(process.execPath, [join(bare, 'bin', 'verbatim.mjs')], {
      encoding: 'utf8',
    })
    expect(status).toBe(3)
    expect(stderr).toMatch(
      /^verbatim: The packages are not installed\. Run this once: node .*bootstrap\.mjs\n$/,
    )
  },
)
