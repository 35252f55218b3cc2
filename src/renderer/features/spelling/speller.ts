import type { DictionaryName } from './dictionaries.ts'
import type { SpellingAnswer, SpellingAsked } from './spell-worker.ts'

/** Asks a worker about words of its language, about each of them once. */
export class Speller {
  readonly #worker: Pick<Worker, 'postMessage'>
  readonly #wrong = new Map<string, boolean>()
  readonly #waiting = new Map<number, (words: readonly string[] | null) => void>()
  #last = 0

  constructor(worker: Pick<Worker, 'addEventListener' | 'postMessage'>) {
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
      const answer = await this.#ask({ kind: 'check', words: unknown })
      if (answer === null) return new Set()
      const wrong = new Set(answer)
      for (const word of unknown) this.#wrong.set(word, wrong.has(word))
    }
    return new Set([...all].filter((word) => this.#wrong.get(word) === true))
  }

  /** Words that may be meant, the likeliest first. */
  async suggest(word: string): Promise<readonly string[]> {
    return (await this.#ask({ kind: 'suggest', word })) ?? []
  }

  #ask(
    asked:
      | { readonly kind: 'check'; readonly words: readonly string[] }
      | { readonly kind: 'suggest'; readonly word: string },
  ): Promise<readonly string[] | null> {
    this.#last += 1
    const message: SpellingAsked = { ...asked, id: this.#last }
    return new Promise((resolve) => {
      this.#waiting.set(message.id, resolve)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
      this.#worker.postMessage(message)
    })
  }
}

const spellers = new Map<DictionaryName, Speller>()

/** One a language for as long as the window is there: a view that comes back finds its dictionary read. */
export function spellerOf(name: DictionaryName): Speller {
  const known = spellers.get(name)
  if (known !== undefined) return known
  const speller = new Speller(
    new Worker(new URL('./spell-worker.ts', import.meta.url), { type: 'module', name }),
  )
  spellers.set(name, speller)
  return speller
}
