import { refused } from '../../shared/contract/failures.ts'

/** Milliseconds that a token is waited for. */
const PATIENCE = 1000

/**
 * The paths that the user chose, by the tokens that the page knows. A token is
 * good for one use; a page that makes one up is refused. Page and main speak on lines of
 * their own, so a page may name a token a moment before main has told its path.
 */
export class Grants {
  readonly #paths = new Map<string, string>()
  readonly #patience: number
  readonly #waiting = new Map<string, Set<() => void>>()

  constructor(patience = PATIENCE) {
    this.#patience = patience
  }

  add(token: string, path: string): void {
    this.#paths.set(token, path)
    for (const came of this.#waiting.get(token) ?? []) came()
  }

  /** Rejects with `REFUSED` `unknown-grant`. */
  async take(token: string): Promise<string> {
    const path = await this.look(token)
    if (!this.#paths.delete(token)) throw unknown()
    return path
  }

  /** The same without using it up, for what only looks at the place. */
  async look(token: string): Promise<string> {
    if (!this.#paths.has(token)) await this.#arrival(token)
    const path = this.#paths.get(token)
    if (path === undefined) throw unknown()
    return path
  }

  async #arrival(token: string): Promise<void> {
    const waiting = this.#waiting.get(token) ?? new Set()
    this.#waiting.set(token, waiting)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#patience)
      waiting.add(() => {
        clearTimeout(timer)
        resolve()
      })
    })
    this.#waiting.delete(token)
  }
}

const unknown = () =>
  refused('unknown-grant', 'This file was not chosen in this window. Nothing was done. Choose it again.')
