import { describe, expect, test } from 'vitest'
import { callHere as call } from './bench.ts'
import { COMMANDS } from './commands.ts'

describe('help', () => {
  test('lists every command', async () => {
    const { code, stdout: out } = await call('help')
    expect(code).toBe(0)
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name}  `)
    expect((await call('--help')).stdout).toBe(out)
  })

  test.each(COMMANDS.map(({ name }) => name))('of %s has its usage and an example', async (name) => {
    const { code, stdout: out } = await call(...name.split(' '), '--help')
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Usage: verbatim ${name}`))
    expect(out).toMatch(/\nExample\n {2}verbatim .+/)
    expect((await call('help', ...name.split(' '))).stdout).toBe(out)
  })

  test('of a group lists its commands', async () => {
    expect((await call('brief', '--help')).stdout).toContain('brief export')
  })

  test('is JSON with --json', async () => {
    expect(JSON.parse((await call('--json', 'help')).stdout)).toHaveProperty('help')
    expect(JSON.parse((await call('show', '-h', '--json')).stdout)).toHaveProperty('help')
  })
})

test('the version is told', async () => {
  expect((await call('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

describe('wrong usage ends with 2, a sentence and the usage', () => {
  test.each([
    [[]],
    [['frobnicate']],
    [['matrix']],
    [['doctor', 'x']],
    [['backup']],
    [['doctor']],
    [['serve']],
    [['export', 'bibliography']],
    [['brief']],
    [['brief', 'burn', 'br_1']],
    [['help', 'frobnicate']],
    [['--frobnicate', 'info']],
    [['info', '--frobnicate']],
    [['info', 'extra']],
    [['info', '--library']],
    [['info', '--library', 'a', '--library', 'b']],
    [['import']],
    [['sources', '--limit', '0']],
    [['sources', '--limit', 'many']],
    [['show']],
    [['show', 'a', '--text', '--original']],
    [['show', 'a', '--version', '0']],
    [['edit', 'a']],
    [['annotate', 'a']],
    [['annotate', 'a', '--quote', ' ']],
    [['annotate', 'a', '--quote', 'b', '--start', '1']],
    [['annotate', 'a', '--start', '1']],
    [['annotate', 'a', '--start', '3', '--end', '3']],
    [['annotate', 'a', '--start', '-1', '--end', '3']],
    [['annotate', 'a', '--prefix', 'b']],
    [['annotate', 'a', '--quote', 'b', '--colour', 'pink']],
    [['annotations', '--format', 'xml']],
    [['annotations', 'import']],
    [['brief', 'show']],
    [['brief', 'export', 'b', '--out', 'x']],
    [['brief', 'export', 'b', '--to', 'odt', '--out', 'x']],
    [['brief', 'export', 'b', '--to', 'md']],
    [['check']],
    [['search']],
    [['search', 'a', '--in', 'images']],
    [['verify', '--deep']],
  ])('%j', async (argv) => {
    const { code, stdout: out, stderr: err } = await call(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^\S.*\.\nUsage: verbatim .+\n$/s)
    expect(err).not.toMatch(/ at .*\.ts/)
    const json = await call('--json', ...argv)
    expect(JSON.parse(json.stdout)).toEqual({
      error: { code: expect.any(String), message: expect.any(String), data: null },
    })
  })
})

test.each(['info', 'sources', 'annotations', 'verify', 'brief list'])(
  'an absent library ends %s with 3 and is not made',
  async (name) => {
    const { code, stderr: err, stdout: out } = await call(...name.split(' '), '--json')
    expect(code).toBe(3)
    expect(err).toMatch(/^There is no library at \/nowhere\/Test\.verbatim\. .+\n$/)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'absent' } })
  },
)
