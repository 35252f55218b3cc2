import type { SpellingAnswer, SpellingAsked } from './spell-worker.ts'

/** Languages that have a dictionary, by the first part of their tag. */
const SPELLED: ReadonlySet<string> = new Set(['de', 'en', 'es', 'fr', 'ru'])

/** The dictionary of a brief's language; null where there is none. */
export function dictionaryFor(language: string | null): string | null {
  const first = (language ?? '').split('-')[0]?.toLowerCase() ?? ''
  return SPELLED.has(first) ? first : null
}

/** Asks a worker about words of one language, about each of them once. */
export class Speller {
  readonly #language: string
  readonly #worker: Worker
  readonly #wrong = new Map<string, boolean>()
  readonly #waiting = new Map<number, (words: readonly string[]) => void>()
  #last = 0

  constructor(language: string, worker: Worker) {
    this.#language = language
    this.#worker = worker
    worker.addEventListener('message', ({ data: { id, words } }: MessageEvent<SpellingAnswer>) => {
      this.#waiting.get(id)?.(words)
      this.#waiting.delete(id)
    })
  }

  /** The words among these that no dictionary knows. */
  async wrong(words: Iterable<string>): Promise<ReadonlySet<string>> {
    const all = new Set(words)
    const unknown = [...all].filter((word) => !this.#wrong.has(word))
    if (unknown.length > 0) {
      const wrong = new Set(await this.#ask({ kind: 'check', words: unknown }))
      for (const word of unknown) this.#wrong.set(word, wrong.has(word))
    }
    return new Set([...all].filter((word) => this.#wrong.get(word) === true))
  }

  suggest(word: string): Promise<readonly string[]> {
    return this.#ask({ kind: 'suggest', word })
  }

  end(): void {
    this.#worker.terminate()
    this.#waiting.clear()
  }

  #ask(
    asked:
      | { readonly kind: 'check'; readonly words: readonly string[] }
      | { readonly kind: 'suggest'; readonly word: string },
  ): Promise<readonly string[]> {
    this.#last += 1
    const message: SpellingAsked = { ...asked, id: this.#last, language: this.#language }
    return new Promise((resolve) => {
      this.#waiting.set(message.id, resolve)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
      this.#worker.postMessage(message)
    })
  }
}

export const startSpeller = (language: string): Speller =>
  new Speller(language, new Worker(new URL('./spell-worker.ts', import.meta.url), { type: 'module' }))
