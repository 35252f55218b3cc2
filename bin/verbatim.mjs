#!/usr/bin/env node
// Plain JavaScript for Node 20 and up: finds the Node that the packages bring and runs the command line on it.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, ROOT } from '../scripts/runtime.mjs'

/** As the parsing processes have it: src/core/import/parser/frugal-heap.ts says why. */
const FRUGAL_HEAP = ['--max-semi-space-size=16', '--heap-growing-percent=50']
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']
const CANNOT_START = 3

/** Says one sentence and ends: no library can be opened by a program that is not wholly there. */
const refuse = (sentence) => {
  process.stderr.write(`verbatim: ${sentence}\n`)
  process.exit(CANNOT_START)
}

/** Runs the command line with this process's own streams; its end, by code or by signal, becomes ours. */
const run = (node) => {
  const program = join(ROOT, 'src', 'cli', 'index.ts')
  const flags = ['--disable-warning=ExperimentalWarning', ...FRUGAL_HEAP]
  const child = spawn(node, [...flags, program, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, '.cache', 'compile'),
      // Linux's C library then gives back what programs were compiled with.
      MALLOC_MMAP_THRESHOLD_: '16384',
    },
  })
  const passOn = (signal) => child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, passOn)
  child.on('error', (error) => refuse(`Node could not be started (${error.message}). Run: npm ci`))
  child.on('exit', (code, signal) => {
    for (const each of SIGNALS) process.off(each, passOn)
    if (signal === null) process.exit(code ?? 1)
    process.kill(process.pid, signal)
  })
}

/** An installation that was broken off leaves some packages out. */
const allInstalled = () =>
  Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies).every((name) =>
    existsSync(join(ROOT, 'node_modules', name, 'package.json')),
  )

const node = findNode()
if (node === null || !allInstalled())
  refuse(`The packages are not installed. Run this once: node ${join(ROOT, 'scripts', 'bootstrap.mjs')}`)
run(node)
