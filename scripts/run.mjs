import { spawn } from 'node:child_process'
import { delimiter, dirname, isAbsolute } from 'node:path'
import { ROOT } from './runtime.mjs'

/** Milliseconds as they are reported. */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/**
 * Runs a program in a folder, its own folder first in PATH, with more variables; resolves to exit code, output and
 * milliseconds.
 */
export const run = (program, args, live, more = {}, cwd = ROOT) =>
  new Promise((resolve) => {
    const began = performance.now()
    const before = isAbsolute(program) ? `${dirname(program)}${delimiter}` : ''
    const env = { ...process.env, ...more, PATH: `${before}${process.env.PATH ?? ''}` }
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (bytes) => (output += bytes))
    child.stderr?.on('data', (bytes) => (output += bytes))
    child.on('error', (error) => resolve({ code: 1, output: error.message, ms: performance.now() - began }))
    child.on('close', (code) => resolve({ code: code ?? 1, output, ms: performance.now() - began }))
  })
