import { readFileSync, writeFileSync } from 'node:fs'

/** Marks the fuses inside an Electron program; after it come a version, a count, and a character a fuse. */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const ON = 0x31
const OFF = 0x30

/** Places of the fuses, in the order of Electron's fuse schema, version 1. */
const NODE_CLI_INSPECT = 3
const BROWSER_SNAPSHOT = 6

/** Lets tests drive the program, and lets it start without the application's own start-up snapshot. */
export const setFuses = (program) => {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(SENTINEL)
  if (at < 0) throw new Error('The program holds no fuses.')
  const fuses = at + SENTINEL.length + 2
  bytes[fuses + NODE_CLI_INSPECT] = ON
  bytes[fuses + BROWSER_SNAPSHOT] = OFF
  writeFileSync(program, bytes)
}
