import { expect, test } from 'vitest'
import { having } from './having.ts'

const page = (title: string | null, name: string) => ({ key: name, name, title, date: null, bytes: 1 })
const PAGES = [page('Résumé of the Port', 'https://a.example/x'), page(null, 'https://b.example/port/2')]

test.each([
  ['', 2],
  ['PORT', 2],
  ['port resume', 1],
  ['b.example', 1],
  ['  dam ', 0],
])('%j leaves so many pages: %i', (typed, left) => {
  expect(having(PAGES, typed)).toHaveLength(left)
})
