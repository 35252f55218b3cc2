import { expect, test } from 'vitest'
import { nameOf, pressed } from './keys.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('Ctrl is the command key, on macOS it is ⌘', () => {
  expect(pressed(press('o', { ctrlKey: true }), { key: 'o', mod: true }, 'linux')).toBe(true)
  expect(pressed(press('o', { ctrlKey: true }), { key: 'o', mod: true }, 'mac')).toBe(false)
  expect(pressed(press('o', { metaKey: true }), { key: 'o', mod: true }, 'mac')).toBe(true)
})

test('a chord with one modifier more is another chord', () => {
  expect(pressed(press('Z', { ctrlKey: true, shiftKey: true }), { key: 'z', mod: true }, 'linux')).toBe(false)
  expect(pressed(press('€', { ctrlKey: true, altKey: true }), { key: 'e', mod: true }, 'windows')).toBe(false)
})

test('chords are named as each system writes them', () => {
  expect(nameOf({ key: 'f', mod: true, shift: true }, 'mac')).toBe('⇧⌘F')
  expect(nameOf({ key: 'f', mod: true, shift: true }, 'linux')).toBe('Ctrl+Shift+F')
  expect(nameOf({ key: 'Enter', mod: true }, 'windows')).toBe('Ctrl+Enter')
})
