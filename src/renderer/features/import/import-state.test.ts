import { expect, test } from 'vitest'
import { addRows, EMPTY, settle, type ImportChange } from './import-state.ts'

const locked: ImportChange = {
  kind: 'outcome',
  row: 'one',
  outcome: {
    path: '/papers/locked.pdf',
    status: 'failed',
    source: null,
    error: { code: 'password', message: 'The file is locked with a password.' },
    ms: 1,
  },
}

test('a locked file that is tried again stands in the list once', () => {
  const changes: ImportChange[] = [addRows([{ token: 'one', name: 'locked.pdf' }]), locked]
  const failed = [...changes, { kind: 'ended', row: 'one', why: null } as const].reduce(settle, EMPTY)
  expect(failed.rows).toHaveLength(1)
  const again = settle(failed, addRows([{ token: 'two', name: 'locked.pdf' }], failed.rows[0]?.id))
  expect(again.rows).toMatchObject([{ token: 'two', state: { kind: 'waiting' } }])
})
