import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(new URL('./index.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly bytes: Buffer
}

/** The command line as a process, in a folder of its own with a home of its own. */
export class Bench {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<Bench> {
    return new Bench(await mkdtemp(join(tmpdir(), 'verbatim-cli-')))
  }

  get library(): string {
    return join(this.folder, 'Test.verbatim')
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

  /** Runs `verbatim --library … ARGS` and waits for its end. */
  run(...args: readonly string[]): Promise<Ended> {
    return this.runWith({}, ...args)
  }

  runWith(how: { readonly input?: string | Uint8Array }, ...args: readonly string[]): Promise<Ended> {
    return this.bare(how, '--library', this.library, ...args)
  }

  /** Without the library named. */
  bare(
    how: { readonly input?: string | Uint8Array; readonly environment?: Readonly<Record<string, string>> },
    ...args: readonly string[]
  ): Promise<Ended> {
    const { VERBATIM_LIBRARY: _, XDG_DATA_HOME: __, ...rest } = process.env
    const child = spawn(process.execPath, [ENTRY, ...args], {
      cwd: this.folder,
      env: { ...rest, HOME: this.folder, ...how.environment },
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(how.input)
    return ended(child)
  }

  /** The JSON that a successful call gives. */
  async json<T>(...args: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await this.run('--json', ...args)
    if (code !== 0) throw new Error(`verbatim ${args.join(' ')} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout) as T
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const bytes = Buffer.concat(out)
      resolve({ code, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    })
  })
}
