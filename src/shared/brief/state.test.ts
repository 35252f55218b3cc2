import { expect, test } from 'vitest'
import { Failure } from '../contract/failures.ts'
import { upgrade } from './state.ts'

const element = { version: 1, direction: null, format: '', indent: 0 }
const text = {
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: 'The wall may hold.',
}
const state = (child: object, rest: object = {}) => ({
  format: 1,
  title: 'Walls',
  language: 'en',
  citationStyle: null,
  extra: {},
  root: { ...element, type: 'root', children: [{ ...element, type: 'paragraph', children: [child] }] },
  ...rest,
})

const reason = (stored: unknown): string => {
  try {
    upgrade(stored)
  } catch (error) {
    if (error instanceof Failure) return error.reason
    throw error
  }
  return 'none'
}

test('takes a brief of today as it is', () => {
  expect(upgrade(state(text))).toEqual(state(text))
})

test('keeps a linked quote with its alterations', () => {
  const quote = {
    type: 'linked-quote',
    version: 1,
    annotation: 'an_1',
    anchor: 'anc_1',
    pin: 2,
    alterations: [{ kind: 'capital', start: 0, end: 1, text: '[T]' }],
    shown: '[T]he wall',
    translation: null,
    emphasis: [],
  }
  expect(upgrade(state(quote))).toEqual(state(quote))
})

test('refuses a newer form', () => {
  expect(reason(state(text, { format: 2 }))).toBe('newer-brief')
})

test('refuses what is no brief', () => {
  expect(reason(null)).toBe('damaged-brief')
  expect(reason({})).toBe('damaged-brief')
  expect(reason(state(text, { language: undefined }))).toBe('damaged-brief')
})

test('refuses a node, a field and a format that briefs do not have', () => {
  expect(reason(state({ type: 'script', version: 1 }))).toBe('damaged-brief')
  expect(reason(state({ ...text, onclick: 'x' }))).toBe('damaged-brief')
  expect(reason(state({ ...text, format: 8 }))).toBe('damaged-brief')
  expect(reason(state({ ...text, style: 'color: red' }))).toBe('damaged-brief')
})

test('refuses an image with both a blob and an address, and alterations that overlap', () => {
  const image = { type: 'image', version: 1, blob: 'a', address: 'b', alt: '', title: null }
  expect(reason(state(image))).toBe('damaged-brief')
})
