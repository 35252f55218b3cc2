import { ORPCError } from '@orpc/server'
import { Failure } from '../shared/contract/failures.ts'
import type { Opened } from './open.ts'
import { Arguments, GLOBAL_OPTIONS, misused, parseArguments, takeWord } from './arguments.ts'
import type { Call, Command } from './command.ts'
import { COMMANDS, GROUPS } from './commands.ts'
import { faultOf, type Fault } from './fault.ts'
import { USAGE, explain, overview, usageOf } from './help.ts'
import { Output, type Streams } from './output.ts'
import type { Log } from '../core/log.ts'
import { VERSION } from './version.ts'

export interface Surroundings extends Streams {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly interruption: Call['interruption']
  readonly log: Log
}

type Exit = 0 | 1 | 2 | 3

/** One call of the command line, `argv` without the program's own name. Never throws. */
export async function run(argv: readonly string[], around: Surroundings): Promise<Exit> {
  const out = new Output(wantsJson(argv), around)
  let usage = USAGE
  try {
    const asked = await readCommand(argv)
    if (asked.kind === 'say') {
      out.result(asked.value, () => asked.text)
      return 0
    }
    usage = usageOf(asked.command)
    return await runCommand(asked.command, asked.rest, out, around)
  } catch (thrown) {
    // What a procedure did not foresee, the core has logged already.
    if (!(thrown instanceof Failure) && !(thrown instanceof ORPCError))
      around.log.error('A command failed', thrown)
    return report(faultOf(thrown), usage, out)
  }
}

/** Also right for a call that cannot be read. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? undefined : end).includes('--json')
}

type Asked =
  | { readonly kind: 'say'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'run'; readonly command: Command; readonly rest: readonly string[] }

const help = (text: string): Asked => ({ kind: 'say', value: { help: text }, text })

async function readCommand(argv: readonly string[]): Promise<Asked> {
  const { word, rest } = takeWord(argv)
  if (word === null) {
    if (argv.some((token) => token === '--help' || token === '-h')) return help(overview(null))
    if (argv.some((token) => token === '--version')) {
      return { kind: 'say', value: { version: VERSION }, text: VERSION }
    }
    parseArguments(argv, GLOBAL_OPTIONS)
    throw misused('Say what to do; “verbatim help” lists the commands.')
  }
  if (word === 'help') return helpFor(rest)
  return findCommand(word, rest)
}

async function helpFor(rest: readonly string[]): Promise<Asked> {
  const name = parseArguments(rest, GLOBAL_OPTIONS).words.join(' ')
  if (name === '') return help(overview(null))
  const entry = COMMANDS.find((each) => each.name === name)
  if (entry) return help(explain(await entry.load()))
  if (GROUPS.has(name)) return help(overview(name))
  throw unknownCommand(name)
}

async function findCommand(word: string, rest: readonly string[]): Promise<Asked> {
  const second = GROUPS.has(word) ? takeWord(rest) : { word: null, rest }
  const nested =
    second.word === null ? undefined : COMMANDS.find(({ name }) => name === `${word} ${second.word}`)
  if (nested) return { kind: 'run', command: await nested.load(), rest: second.rest }
  // `annotations` is a command by itself, and begins the name of another one.
  const entry = COMMANDS.find(({ name }) => name === word)
  if (entry) return { kind: 'run', command: await entry.load(), rest }
  if (!GROUPS.has(word)) throw unknownCommand(word)
  if (second.word !== null) throw unknownCommand(`${word} ${second.word}`)
  if (rest.some((token) => token === '--help' || token === '-h')) return help(overview(word))
  throw misused(`Say what to do with a ${word}; “verbatim ${word} --help” lists it.`)
}

const unknownCommand = (name: string): Error =>
  misused(`This version of Verbatim has no command “${name}”; “verbatim help” lists those it has.`)

async function runCommand(
  command: Command,
  rest: readonly string[],
  out: Output,
  around: Surroundings,
): Promise<Exit> {
  const given = parseArguments(rest, { ...command.options, ...GLOBAL_OPTIONS })
  if (given.flag('help')) {
    const text = explain(command)
    out.result({ help: text }, () => text)
    return 0
  }
  refuseWords(command, given)
  let opened: Promise<Opened> | null = null
  const library: Call['library'] = async (how) => {
    opened ??= import('./open.ts').then(({ open }) =>
      open(given.text('library'), how?.create ?? false, around),
    )
    return (await opened).client
  }
  try {
    return await command.run({ given, out, library, interruption: around.interruption })
  } finally {
    await closeOpened(opened)
  }
}

function refuseWords({ words }: Command, given: Arguments): void {
  const extra = given.words[words.most]
  if (extra !== undefined) throw misused(`“${extra}” is one word too many here.`)
  if (given.words.length < words.least) throw misused('Something is missing here.')
}

/** A library that could not be opened has been reported already. */
async function closeOpened(opened: Promise<Opened> | null): Promise<void> {
  const library = await opened?.catch(() => null)
  library?.close()
}

function report(fault: Fault, usage: string, out: Output): Exit {
  out.status(null)
  out.say(fault.message)
  if (fault.exit === 2) out.say(`Usage: ${usage}`)
  if (out.json)
    out.result({ error: { code: fault.code, message: fault.message, data: fault.data } }, () => '')
  return fault.exit
}
