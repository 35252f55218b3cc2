import { expect, it } from 'vitest'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const textOf = (html: string): string =>
  deriveText(readHtml({ text: html, name: '', whole: true }).document).text

it.each([
  [
    'what a component shows, with what was given to it in its slots',
    '<p>Before.</p><x-q><template shadowmode="open"><style>p{}</style><p>First.</p><blockquote><slot></slot></blockquote><p>By <slot name=who></slot></p></template>Said <b>words</b><span slot=who>Ilse</span></x-q><p>After.</p>',
    'Before.\nFirst.\nSaid words\nBy Ilse\nAfter.',
  ],
  [
    'a slot’s own words where none were given',
    '<x-a><template shadowrootmode=open><p><slot>Nobody</slot> said.</p></template> </x-a>',
    'Nobody said.',
  ],
  [
    'a component inside a component',
    '<x-a><template shadowrootmode=open><x-b><template shadowrootmode=open><p>b: <slot></slot></p></template><slot></slot></x-b></template>words</x-a>',
    'b: words',
  ],
  ['a template that is no tree', '<p>a<template><p>never shown</p></template></p>', 'a'],
  [
    'a slot that is named twice, once',
    '<x-a><template shadowrootmode=open><p><slot></slot></p><p><slot>again</slot></p></template>words</x-a>',
    'words\nagain',
  ],
])('shows %s', (_, html, text) => {
  expect(textOf(html)).toBe(text)
})

it('stays in time however deep components are nested', () => {
  const open = '<x-a><template shadowrootmode=open><p><slot></slot></p>'
  expect(textOf(`${open.repeat(2000)}words`).length).toBeLessThan(100)
})
