import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nativeBinding } from './native.ts'

it('takes the prebuild from Node-API 10 on, and below it the nearest compiled binary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  const deep = join(folder, 'out', 'app')
  mkdirSync(deep, { recursive: true })
  expect(nativeBinding(10, deep)).toBeUndefined()
  expect(() => nativeBinding(9, deep)).toThrow('.native/better_sqlite3.<runtime>.node is missing')
  mkdirSync(join(folder, '.native'))
  writeFileSync(join(folder, '.native', 'better_sqlite3.electron-33.node'), '')
  expect(nativeBinding(9, deep)).toBe(join(folder, '.native', 'better_sqlite3.electron-33.node'))
  rmSync(folder, { recursive: true })
})
