import { refused } from '../../shared/contract/failures.ts'

/**
 * The paths that the user chose, by the tokens that the page knows. A token is
 * good for one use; a page that makes one up is refused.
 */
export class Grants {
  readonly #paths = new Map<string, string>()

  add(token: string, path: string): void {
    this.#paths.set(token, path)
  }

  /** Throws `REFUSED` with reason `unknown-grant`. */
  take(token: string): string {
    const path = this.look(token)
    this.#paths.delete(token)
    return path
  }

  /** The same without using it up, for what only looks at the place. */
  look(token: string): string {
    const path = this.#paths.get(token)
    if (path === undefined)
      throw refused(
        'unknown-grant',
        'This file was not chosen in this window. Nothing was done. Choose it again.',
      )
    return path
  }
}
