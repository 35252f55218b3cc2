import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FIXED = new URL('../../../../resources/evidence/', import.meta.url)
const read = (name: string, folder = FIXED): string => readFileSync(new URL(name, folder), 'utf8')
const hash = (text: string | undefined): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('base64')

const rules = (file: string): string =>
  /\/\/ ---- rules[\s\S]*\/\/ ---- end of the rules ----\n/u.exec(read(file))?.[0] ?? file

test('the page and the program check by the same rules', () => {
  expect(rules('index.html')).toBe(rules('verify.mjs'))
})

test('the page runs its own script and looks as it says, and nothing else', () => {
  const page = read('index.html')
  const policy = /content="(default-src[^"]*)"/u.exec(page)?.[1] ?? ''
  expect(policy).toBe(
    `default-src 'none'; script-src 'sha256-${hash(/<script>([\s\S]*)<\/script>/u.exec(page)?.[1])}' 'self' file:; ` +
      `style-src 'sha256-${hash(/<style>([\s\S]*)<\/style>/u.exec(page)?.[1])}'; base-uri 'none'; form-action 'none'`,
  )
  expect(page).not.toMatch(/https?:|innerHTML|\bon[a-z]+=|fetch\(|import\(/u)
})

test('the schema of the documentation is the one that packages have', () => {
  const documented = read('evidence.schema.json', new URL('../../../../docs/formats/', import.meta.url))
  expect(documented).toBe(read('evidence.schema.json'))
})
