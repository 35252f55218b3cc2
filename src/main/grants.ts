import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Grant } from '../shared/contract/shell.ts'

/** Gives the page a token for what the user chose, and the core the path that it stands for. */
export class GrantDesk {
  readonly #tellCore: (token: string, path: string) => void
  readonly #paths = new Map<string, string>()

  constructor(tellCore: (token: string, path: string) => void) {
    this.#tellCore = tellCore
  }

  give(path: string): Grant {
    const token = randomUUID()
    this.#paths.set(token, path)
    this.#tellCore(token, path)
    return { token, name: basename(path) }
  }

  /** For showing a file in its folder, as often as asked; null for a token that was never given. */
  pathOf(token: string): string | null {
    return this.#paths.get(token) ?? null
  }
}
