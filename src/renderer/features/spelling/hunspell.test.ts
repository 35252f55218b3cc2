import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { spelledWords } from '../../../shared/spelling/spelled-words.ts'
import { dictionaryFor, type DictionaryName } from './dictionaries.ts'
import { openDictionary, type Dictionary } from './hunspell.ts'

const labels = z.object({ right: z.array(z.string()), wrong: z.record(z.string(), z.string()) })

function open(name: DictionaryName): Promise<Dictionary> {
  const folder = dirname(createRequire(import.meta.url).resolve(`dictionary-${name}`))
  return openDictionary(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')))
}

/** Right words that these dictionaries do not hold, and wrong ones that they do. A row may lose words, never gain one. */
test.each([
  ['ca', [], []],
  ['da', [], []],
  ['de', ['geht’s', "geht's", 'ist’s'], []],
  ['en', ['café', 'naïve', 'fiancé'], []],
  ['en-GB', [], []],
  ['es', ['pingüino', 'exministro', 'antinuclear', 'Higgins'], []],
  ['fr', [], []],
  ['lt', [], []],
  ['lv', [], ['Latvja']],
  ['nl', ['veiligheidsraad'], []],
  ['pl', ['polsko-niemiecki'], []],
  ['pt', [], []],
  ['ro', [], []],
  ['ru', [], []],
  ['sk', [], []],
  ['sv', [], []],
])('%s: wrong words are found, and right ones are left alone', async (language, unknown, passed) => {
  const name = dictionaryFor(language)
  if (name === null) throw new Error(`No dictionary for ${language}`)
  const { knows } = await open(name)
  const file = new URL(`./labelled/${language}.json`, import.meta.url)
  const { right, wrong } = labels.parse(JSON.parse(readFileSync(file, 'utf8')))
  const faulty = (text: string): boolean => spelledWords(text).some(({ word }) => !knows(word))
  expect(Object.keys(wrong).filter((text) => !faulty(text))).toEqual(passed)
  expect(right.filter(faulty)).toEqual(unknown)
})

test('what is meant is offered first, six words at most, each once', async () => {
  const { suggest } = await open('en')
  expect(suggest('goverment')[0]).toBe('government')
  const many = suggest('recieved')
  expect(many).toContain('received')
  expect(many.length).toBeLessThanOrEqual(6)
  expect(new Set(many).size).toBe(many.length)
})

test('words of several scripts and lengths are looked up, and nothing is kept of the last', async () => {
  const { knows } = await open('en')
  expect(knows('x'.repeat(5000))).toBe(false)
  expect(knows('правительство')).toBe(false)
  expect(knows('government')).toBe(true)
  expect(knows('')).toBe(true)
})
