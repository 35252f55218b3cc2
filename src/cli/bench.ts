import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const ENTRY = fileURLToPath(new URL('./index.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output as it came. */
  readonly bytes: Buffer
}

interface Spawned {
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
}

/** A folder of its own to try the command line in; for tests. */
export class Bench {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<Bench> {
    return new Bench(await mkdtemp(join(tmpdir(), 'verbatim-cli-')))
  }

  get library(): string {
    return this.path('Test.verbatim')
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  async file(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(this.path(name), content)
    return this.path(name)
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  /** `verbatim --library … ARGV` in this process: as the real one, and much faster. Bugs are thrown. */
  run(...argv: readonly string[]): Promise<Ended> {
    return callHere('--library', this.library, ...argv)
  }

  /** The JSON that a successful call gives. */
  async json<T>(...argv: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await this.run('--json', ...argv)
    if (code !== 0) throw new Error(`verbatim ${argv.join(' ')} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout) as T
  }

  /** The program as a process with the home folder here; no library is named. */
  spawn(how: Spawned, ...argv: readonly string[]): Promise<Ended> {
    const { VERBATIM_LIBRARY: _, XDG_DATA_HOME: __, ...rest } = process.env
    const child = spawn(process.execPath, [ENTRY, ...argv], {
      cwd: this.folder,
      env: { ...rest, HOME: this.folder, ...how.environment },
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(how.input)
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve(ended(code, stdout, stderr)))
    })
  }
}

/** Calls the command line in this process with nothing in its environment but `environment`. */
export async function callHere(...argv: readonly string[]): Promise<Ended> {
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  const code = await run(argv, {
    stdout: collector(stdout),
    stderr: collector(stderr),
    environment: { VERBATIM_LIBRARY: '/nowhere/Test.verbatim' },
    interruption: () => new AbortController().signal,
    log: {
      error: (what, thrown) => {
        throw new Error(what, { cause: thrown })
      },
    },
  })
  return ended(code, stdout, stderr)
}

const collector = (into: Buffer[]): Writable =>
  new Writable({
    decodeStrings: true,
    write: (chunk: Buffer, _, done) => {
      into.push(Buffer.from(chunk))
      done()
    },
  })

function ended(code: number | null, stdout: readonly Buffer[], stderr: readonly Buffer[]): Ended {
  const bytes = Buffer.concat(stdout)
  return { code, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }
}
