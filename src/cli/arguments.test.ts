import { describe, expect, test } from 'vitest'
import { GLOBAL_OPTIONS, parseArguments, takeWord, type Options } from './arguments.ts'

const OPTIONS: Options = {
  ...GLOBAL_OPTIONS,
  quote: { kind: 'text', help: '' },
  tag: { kind: 'list', help: '' },
  limit: { kind: 'value', help: '' },
  strict: { kind: 'flag', help: '' },
}
const parse = (...tokens: string[]) => parseArguments(tokens, OPTIONS)

describe('arguments', () => {
  test('mix words and options in any order', () => {
    const given = parse('one', '--strict', 'two', '--tag', 'a', '--tag=b', 'three')
    expect(given.words).toEqual(['one', 'two', 'three'])
    expect(given.list('tag')).toEqual(['a', 'b'])
    expect(given.flag('strict')).toBe(true)
  })

  test('take a quote that begins with a dash, holds = or line feeds, or is empty', () => {
    expect(parse('--quote', '--- so').text('quote')).toBe('--- so')
    expect(parse('--quote', '-5 degrees').text('quote')).toBe('-5 degrees')
    expect(parse('--quote=a=b\nc').text('quote')).toBe('a=b\nc')
    expect(parse('--quote', '').text('quote')).toBe('')
  })

  test('are words after --, and - is one', () => {
    expect(parse('-', '--', '--strict', '--').words).toEqual(['-', '--strict', '--'])
  })

  test.each([
    [['--what'], 'no option --what'],
    [['-x'], 'no option -x'],
    [['--__proto__=1'], 'no option --__proto__'],
    [['--limit'], 'needs a value'],
    [['--limit='], 'needs a value'],
    [['--quote', '--strict'], '--quote=--strict'],
    [['--limit', '1', '--limit', '2'], 'given twice'],
    [['--strict=yes'], 'takes no value'],
  ])('%j is refused', (tokens, sentence) => expect(() => parse(...tokens)).toThrow(sentence))

  test.each(['0', '-1', '1.5', 'x', '1e3', '9007199254740993', ' 1'])('a limit is not “%s”', (typed) => {
    expect(() => parse(`--limit=${typed}`).whole('limit', 1)).toThrow('whole number')
  })
})

test('the command is the first word after the options that every command has', () => {
  expect(takeWord(['--library', 'x', '--json', 'info', 'y'])).toEqual({
    word: 'info',
    rest: ['--library', 'x', '--json', 'y'],
  })
  expect(takeWord(['--version']).word).toBe(null)
})
