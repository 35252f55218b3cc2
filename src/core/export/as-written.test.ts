import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refuseChanged } from './as-written.ts'
import { sha256Of } from './evidence-package/manifest.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-as-written-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('the file that was written, and a place where none is any more, are free', async () => {
  const path = join(folder, 'a.md')
  await expect(refuseChanged(path, sha256Of('mine'))).resolves.toBeUndefined()
  writeFileSync(path, 'mine')
  await expect(refuseChanged(path, sha256Of('mine'))).resolves.toBeUndefined()
  await expect(refuseChanged(path, undefined)).resolves.toBeUndefined()
})

test('what was changed since, a folder and a link are kept', async () => {
  const [path, inner, link] = [join(folder, 'a.md'), join(folder, 'b.md'), join(folder, 'c.md')]
  writeFileSync(path, 'mine, and more')
  mkdirSync(inner)
  writeFileSync(join(folder, 'd.md'), 'mine')
  symlinkSync(join(folder, 'd.md'), link)
  for (const each of [path, inner, link])
    await expect(refuseChanged(each, sha256Of('mine'))).rejects.toMatchObject({ reason: 'changed-since' })
})
