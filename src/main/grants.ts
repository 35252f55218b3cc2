import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { basename, isAbsolute, relative, sep } from 'node:path'
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

  /**
   * For showing a file in its folder, or reading it again, as often as asked: the path that a token stands for, or
   * `inside`, a file in the folder that it stands for. Null for a token that was never given and for a path, links
   * followed, that leads anywhere else.
   */
  async pathOf(token: string, inside?: string): Promise<string | null> {
    const granted = this.#paths.get(token)
    if (granted === undefined || inside === undefined) return granted ?? null
    const [folder, file] = await Promise.all([realPath(granted), realPath(inside)])
    if (folder === null || file === null) return null
    const way = relative(folder, file)
    const leadsOut = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
    return leadsOut ? null : inside
  }
}

const realPath = (path: string): Promise<string | null> => realpath(path).catch(() => null)
