import { expect, test } from 'vitest'
import { briefText } from '../../shared/brief/draft.ts'
import { TEMPLATES } from '../../shared/brief/templates.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import { digestBrief } from './digest.ts'
import { importBrief } from './import.ts'
import { removeBrief } from './remove.ts'
import { listTemplates, saveAsTemplate, stateFrom } from './templates.ts'
import { createWorkingCopy, openWorkingCopy } from './working-copy.ts'

test.each(TEMPLATES)('a brief begins as the template %s', (name) => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const from = stateFrom(library, { kind: 'given', name })
  const { brief, state } = createWorkingCopy(library, { title: '', language: 'de', from })
  expect(state).toMatchObject({ title: '', language: 'de', extra: {} })
  expect(briefText(state).split('\n').length).toBeGreaterThan(6)
  expect(openWorkingCopy(library, brief.id).state).toEqual(state)
})

test('a brief is saved as a template, from which others begin, until it is removed', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  importText(library, 'The board met.')
  const { id } = importBrief(library, { markdown: '## Findings\n\nWhat holds.', name: 'Desk report' })
  expect(listTemplates(library)).toEqual([])
  const template = saveAsTemplate(library, id)
  expect(listTemplates(library)).toEqual([{ brief: template.id, title: 'Desk report' }])
  const from = stateFrom(library, { kind: 'own', brief: template.id })
  const { state } = createWorkingCopy(library, { title: '', language: null, from })
  expect(briefText(state)).toBe('Findings\nWhat holds.')
  expect(state.extra).toEqual({})
  expect(listTemplates(library)).toHaveLength(1)
  removeBrief(library, template.id)
  expect(listTemplates(library)).toEqual([])
})
