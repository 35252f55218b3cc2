import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printEvidencePage } from './evidence-page.ts'

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

test('the checkers know the frame of the brief’s page, and take no other', () => {
  const brief = { title: 'On <walls>', language: 'en', date: '2024-03-20', blocks: [], notes: [] }
  const page = printEvidencePage(brief, () => null)
  const frame = page
    .replace(' lang="en"', '')
    .replace(/<title>[^<]*/u, '<title>')
    .replace(/<main>[\s\S]*<\/main>/u, '<main></main>')
  const known = /const FRAME = '([0-9a-f]{64})'/u.exec(read('verify.mjs'))?.[1]
  expect(known).toBe(createHash('sha256').update(frame).digest('hex'))
})
