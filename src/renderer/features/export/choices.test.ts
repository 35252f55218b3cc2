import { expect, test } from 'vitest'
import { USUAL_LOOK } from '../../../shared/contract/pdf-look.ts'
import { flavoured, formatsIn as formatsOf, KINDS, ticked, type Choices } from './choices.ts'

const choices: Choices = {
  formats: ['pdf'],
  flavour: 'md',
  look: USUAL_LOOK,
  endnotes: false,
  appendix: false,
  comments: false,
}
const pdf = KINDS.find(({ name }) => name === 'pdf')
const markdown = KINDS.find(({ name }) => name === 'markdown')
const formatsIn = (chosen: Choices) => formatsOf(chosen, 2)

test('lines are ticked and unticked, in their own order', () => {
  if (pdf === undefined || markdown === undefined) throw new Error('Two lines at least.')
  const both = ticked(markdown, choices, true)
  expect(formatsIn(both)).toEqual(['pdf', 'md'])
  expect(formatsIn(ticked(pdf, both, false))).toEqual(['md'])
  expect(formatsIn(ticked(pdf, ticked(pdf, both, false), true))).toEqual(['pdf', 'md'])
})

test('another flavour takes the place of the one before, and waits where the line is not ticked', () => {
  if (markdown === undefined) throw new Error('Two lines at least.')
  expect(formatsIn(flavoured(markdown, choices, 'verbatim'))).toEqual(['pdf'])
  expect(formatsIn(ticked(markdown, flavoured(markdown, choices, 'verbatim'), true))).toEqual([
    'pdf',
    'verbatim',
  ])
  const plain = ticked(markdown, choices, true)
  expect(formatsIn(flavoured(markdown, plain, 'verbatim'))).toEqual(['pdf', 'verbatim'])
})

test('a brief without quotations has no evidence to give, though it is ticked', () => {
  const evidence = KINDS.find(({ name }) => name === 'evidence')
  if (evidence === undefined) throw new Error('A line for evidence.')
  const both = ticked(evidence, choices, true)
  expect(formatsOf(both, 2)).toEqual(['pdf', 'evidence'])
  expect(formatsOf(both, 0)).toEqual(['pdf'])
})
