import { FoldedText } from '../../../shared/search/find.ts'
import { compiled, type PatternHit } from '../../../shared/search/find-pattern.ts'
import type { Asked } from './pattern-worker.ts'

export interface Sought {
  readonly words: string
  /** The words are a regular expression. */
  readonly pattern: boolean
  readonly caseful: boolean
}

export type Found =
  | { readonly kind: 'found'; readonly hits: readonly PatternHit[] }
  /** What was asked for is no regular expression. */
  | { readonly kind: 'bad' }
  /** It took too long and was ended. */
  | { readonly kind: 'slow' }

/** More are counted as “more than”. */
export const MOST = 10_000
/** Milliseconds that a regular expression may take. */
const LIMIT = 1500

/** Looks for words or a regular expression in a text; `put` is what would stand in place of what is found. */
export class Seeker {
  readonly #work: () => Worker
  #worker: Worker | null = null
  #folded: { readonly of: string; readonly text: FoldedText } | null = null
  #stop: (() => void) | null = null

  constructor(work: () => Worker) {
    this.#work = work
  }

  async seek(text: string, sought: Sought, put: string): Promise<Found> {
    const { words, pattern, caseful } = sought
    if (words === '') return { kind: 'found', hits: [] }
    if (!pattern)
      return { kind: 'found', hits: this.#words(text, words, caseful).map((hit) => ({ ...hit, put })) }
    if (compiled({ source: words, caseful }) === null) return { kind: 'bad' }
    return this.#beside({ text, pattern: { source: words, caseful }, template: put, most: MOST })
  }

  #words(text: string, words: string, caseful: boolean) {
    if (this.#folded?.of !== text) this.#folded = { of: text, text: new FoldedText(text) }
    const hits = this.#folded.text.find(words, MOST)
    return caseful ? hits.filter(({ start, end }) => text.slice(start, end) === words) : hits
  }

  /** Whoever asks again ends what was asked before: it would be waited for. */
  #beside(asked: Asked): Promise<Found> {
    this.#stop?.()
    const worker = (this.#worker ??= this.#work())
    const over = new AbortController()
    const once = { once: true, signal: over.signal }
    return new Promise((resolve, reject) => {
      const settle = (found: Found): void => {
        over.abort()
        clearTimeout(timer)
        this.#stop = null
        resolve(found)
      }
      const stop = (): void => {
        this.end()
        settle({ kind: 'slow' })
      }
      const timer = setTimeout(stop, LIMIT)
      this.#stop = stop
      const take = ({ data }: MessageEvent<readonly PatternHit[]>): void =>
        settle({ kind: 'found', hits: data })
      worker.addEventListener('message', take, once)
      worker.addEventListener(
        'error',
        ({ message }) => {
          clearTimeout(timer)
          this.end()
          reject(new Error(message))
        },
        once,
      )
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
      worker.postMessage(asked)
    })
  }

  /** Lets go of the worker; asking again starts another. */
  end(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#stop = null
  }
}

export const startWorker = (): Worker =>
  new Worker(new URL('./pattern-worker.ts', import.meta.url), { type: 'module' })
