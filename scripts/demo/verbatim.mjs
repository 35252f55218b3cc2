import { spawn } from 'node:child_process'
import { join, relative } from 'node:path'
import { ROOT } from '../runtime.mjs'

const PROGRAM = join(ROOT, 'bin', 'verbatim.mjs')

/** A command that did not do what the demo needs; the message is the sentence that it said. */
export class CommandFailed extends Error {}

const shown = (word) => (/^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)

/** The command as one would type it, each word at most `most` characters long. */
const typed = (args, most = 60) =>
  args
    .map((word) => (word.startsWith(ROOT) ? relative(ROOT, word) : word))
    .map((word) => shown(word.length > most ? `${word.slice(0, most)}…` : word))
    .join(' ')

const run = (args, library) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, '--library', library, '--json', ...args], { cwd: ROOT })
    const output = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => (output.out += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output.err += text))
    child.on('close', (code) => resolve({ code, ...output }))
  })

/**
 * Prints a command, runs it as a user would, and gives what it printed as JSON. `lines` reads one value a line;
 * `exits` are the codes that are well here.
 */
export const verbatim = async (library, args, { lines = false, exits = [0], quiet = false } = {}) => {
  if (!quiet) process.stdout.write(`\n$ npx verbatim ${typed(args)}\n`)
  const { code, out, err } = await run(args, library)
  if (!exits.includes(code))
    throw new CommandFailed(err.trim() || `verbatim ${args[0]} ended with code ${code}.`)
  return lines
    ? out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : JSON.parse(out)
}
