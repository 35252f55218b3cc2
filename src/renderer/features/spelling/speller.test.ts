import { expect, test } from 'vitest'
import { Speller } from './speller.ts'
import type { SpellingAnswer, SpellingAsked } from './spell-worker.ts'

/** A worker that answers when it is told to. */
class Silent {
  readonly asked: SpellingAsked[] = []
  #told: ((event: MessageEvent<SpellingAnswer>) => void) | null = null

  addEventListener(_type: string, listener: unknown): void {
    this.#told = listener as (event: MessageEvent<SpellingAnswer>) => void
  }

  postMessage(asked: SpellingAsked): void {
    this.asked.push(asked)
  }

  answer(words: readonly string[] | null): void {
    const id = this.asked.at(-1)?.id ?? 0
    this.#told?.(new MessageEvent('message', { data: { id, words } }))
  }
}

test('a word is asked about once', async () => {
  const worker = new Silent()
  const speller = new Speller(worker)
  const first = speller.wrong(['the', 'hte', 'hte'])
  worker.answer(['hte'])
  expect(await first).toEqual(new Set(['hte']))
  expect(await speller.wrong(['hte'])).toEqual(new Set(['hte']))
  expect(worker.asked).toHaveLength(1)
})

test('a dictionary that cannot be read calls no word wrong, and is asked again', async () => {
  const worker = new Silent()
  const speller = new Speller(worker)
  const first = speller.wrong(['hte'])
  worker.answer(null)
  expect(await first).toEqual(new Set())
  const again = speller.wrong(['hte'])
  worker.answer(['hte'])
  expect(await again).toEqual(new Set(['hte']))
})
