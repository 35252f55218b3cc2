import { resolve } from 'node:path'
import { Failure } from '../shared/contract/failures.ts'

/**
 * `flag` takes no value. `value` takes a word that never begins with a dash
 * (unless a number). `text` and `list` take any text, also one that begins with
 * a dash or holds line feeds; a `list` may be given again.
 */
export interface Option {
  readonly kind: 'flag' | 'value' | 'text' | 'list'
  /** How the value is called in help. */
  readonly value?: string
  readonly help: string
}

export type Options = Readonly<Record<string, Option>>

export const GLOBAL_OPTIONS: Options = {
  library: {
    kind: 'value',
    value: 'DIR',
    help: 'the library folder; without it $VERBATIM_LIBRARY, else your own',
  },
  json: { kind: 'flag', help: 'write JSON only to standard output' },
  help: { kind: 'flag', help: 'explain the command' },
}

export const misused = (message: string): Failure => new Failure('USAGE', 'usage', message)

/** The words and options of one call, as typed. */
export class Arguments {
  readonly words: readonly string[]
  readonly #given: ReadonlyMap<string, readonly string[]>

  constructor(words: readonly string[], given: ReadonlyMap<string, readonly string[]>) {
    this.words = words
    this.#given = given
  }

  flag(name: string): boolean {
    return this.#given.has(name)
  }

  text(name: string): string | undefined {
    return this.#given.get(name)?.[0]
  }

  /** An absolute path to write to; undefined when not given. */
  path(name: string): string | undefined {
    const typed = this.text(name)
    if (typed === '-') throw misused(`--${name} takes a path; “-” is none, and “./-” would be one.`)
    return typed === undefined ? undefined : resolve(typed)
  }

  list(name: string): readonly string[] | undefined {
    return this.#given.get(name)
  }

  /** The values of a list that are not blank, trimmed; none when not given. */
  filled(name: string): string[] {
    return (this.list(name) ?? []).map((value) => value.trim()).filter((value) => value !== '')
  }

  /** A whole number of at least `least`, or undefined when not given. */
  whole(name: string, least: number): number | undefined {
    const typed = this.text(name)
    if (typed === undefined) return undefined
    const number = Number(typed)
    if (!/^\d+$/.test(typed) || !Number.isSafeInteger(number) || number < least) {
      throw misused(`--${name} takes a whole number from ${least}, not “${typed}”.`)
    }
    return number
  }

  /** One of `allowed`, or undefined when not given. */
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const typed = this.text(name)
    const found = allowed.find((each) => each === typed)
    if (typed !== undefined && found === undefined) {
      throw misused(`--${name} is one of ${allowed.join(', ')}, not “${typed}”.`)
    }
    return found
  }
}

/** Reads options wherever they stand; after `--` everything is a word. Throws `USAGE`. */
export function parseArguments(tokens: readonly string[], options: Options): Arguments {
  const words: string[] = []
  const given = new Map<string, string[]>()
  const queue = [...tokens]
  for (let token = queue.shift(); token !== undefined; token = queue.shift()) {
    if (token === '--') {
      words.push(...queue.splice(0))
    } else if (token === '-h') {
      given.set('help', [])
    } else if (token === '-' || !token.startsWith('-')) {
      words.push(token)
    } else {
      const { name, value } = readOption(token, queue, options)
      keep(given, name, value, options)
    }
  }
  return new Arguments(words, given)
}

function readOption(
  token: string,
  queue: string[],
  options: Options,
): { name: string; value: string | null } {
  const equals = token.indexOf('=')
  const name = token.slice(2, equals < 0 ? undefined : equals)
  const option = token.startsWith('--') && Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) throw misused(`There is no option ${equals < 0 ? token : token.slice(0, equals)} here.`)
  const attached = equals < 0 ? null : token.slice(equals + 1)
  if (option.kind === 'flag') {
    if (attached !== null) throw misused(`--${name} takes no value.`)
    return { name, value: null }
  }
  const value = attached ?? nextValue(name, option, queue, options)
  if (option.kind === 'value' && value === '') throw misused(`--${name} needs a value.`)
  return { name, value }
}

/** A known option in place of a value is far likelier a forgotten value; `--name=value` says otherwise. */
function nextValue(name: string, option: Option, queue: string[], options: Options): string {
  const next = queue.shift()
  if (next === undefined) throw misused(`--${name} needs a value.`)
  const known = next.startsWith('--') && Object.hasOwn(options, next.slice(2).split('=')[0] ?? '')
  if (known) throw misused(`--${name} needs a value; write --${name}=${next} if that is the value.`)
  if (option.kind === 'value' && next.startsWith('--')) throw misused(`--${name} needs a value.`)
  return next
}

function keep(given: Map<string, string[]>, name: string, value: string | null, options: Options): void {
  const before = given.get(name)
  if (value === null) {
    given.set(name, [])
  } else if (!before) {
    given.set(name, [value])
  } else if (options[name]?.kind === 'list') {
    before.push(value)
  } else {
    throw misused(`--${name} is given twice.`)
  }
}

/**
 * Takes the first word out of `tokens`, passing over options that every command
 * has. Null when there is none before another option, `--` or the end.
 */
export function takeWord(tokens: readonly string[]): { word: string | null; rest: readonly string[] } {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? ''
    if (token === '--library') index++
    else if (!token.startsWith('-')) return { word: token, rest: tokens.toSpliced(index, 1) }
    else if (token !== '--json' && token !== '-h' && token !== '--help' && !token.startsWith('--library='))
      break
  }
  return { word: null, rest: tokens }
}
