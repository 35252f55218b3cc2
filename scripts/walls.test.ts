import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/**
 * Each row is a file that would break the house, and the rule that must say so. The files are written into a
 * copy of the layout that holds nothing but the real lint settings, so a wall that is taken down fails here.
 */
const BREACHES = [
  ['shared knows no Node', 'src/shared/a.ts', "import 'node:fs'", 'no-restricted-imports'],
  ['shared knows no Node by its bare names', 'src/shared/a.ts', "import 'fs'", 'no-restricted-imports'],
  ['shared knows no core', 'src/shared/search/a.ts', "import '../../core/core.ts'", 'no-restricted-imports'],
  ['shared knows no React', 'src/shared/a.ts', "import 'react'", 'no-restricted-imports'],
  [
    'a test of shared knows no core either',
    'src/shared/a.test.ts',
    "import '../core/a.ts'",
    'no-restricted-imports',
  ],
  ['core knows no command line', 'src/core/a.ts', "import '../cli/index.ts'", 'no-restricted-imports'],
  ['core knows no Electron', 'src/core/a.ts', "import 'electron'", 'no-restricted-imports'],
  ['SQL stays in src/core/db', 'src/core/search/a.ts', "import 'better-sqlite3'", 'no-restricted-imports'],
  ['the command line has no SQL', 'src/cli/a.ts', "import 'drizzle-orm'", 'no-restricted-imports'],
  ['the command line knows no window', 'src/cli/a.ts', "import '../main/index.ts'", 'no-restricted-imports'],
  ['main knows no page', 'src/main/a.ts', "import '../renderer/main.tsx'", 'no-restricted-imports'],
  ['main has no SQL', 'src/main/a.ts', "import 'better-sqlite3'", 'no-restricted-imports'],
  ['the preload knows no core', 'src/preload/a.ts', "import '../core/core.ts'", 'no-restricted-imports'],
  ['the page knows no core', 'src/renderer/ui/a.ts', "import '../../core/core.ts'", 'no-restricted-imports'],
  ['the page knows no Node', 'src/renderer/a.ts', "import 'node:path'", 'no-restricted-imports'],
  [
    're-exports are imports too',
    'src/shared/a.ts',
    "export * from '../core/core.ts'",
    'no-restricted-imports',
  ],
  ['no default exports', 'src/core/a.ts', 'export default 1', 'no-default-export'],
  ['no any', 'src/core/a.ts', 'export const a: any = 1', 'no-explicit-any'],
  ['no non-null assertions', 'src/core/a.ts', 'export const a = [1].at(0)!', 'no-non-null-assertion'],
  ['no file over 400 lines', 'src/core/a.ts', 'export const a = 1\n'.padEnd(420, '\n'), 'max-lines'],
  ['no function over 60 lines', 'src/core/a.ts', longFunction(), 'max-lines-per-function'],
] as const

const ALLOWED = [
  ['core imports shared', 'src/core/a.ts', "import '../shared/a.ts'"],
  ['the queries import SQL', 'src/core/db/a.ts', "import 'better-sqlite3'"],
  ['main imports Electron and core', 'src/main/a.ts', "import 'electron'\nimport '../core/core.ts'"],
  ['the page imports React and shared', 'src/renderer/a.ts', "import 'react'\nimport '../shared/a.ts'"],
  [
    'a folder of shared may be called like an npm package',
    'src/shared/brief/a.ts',
    "import '../document/a.ts'",
  ],
] as const

const root = join(import.meta.dirname, '..')

const folder = mkdtempSync(join(tmpdir(), 'walls-'))
afterAll(() => rmSync(folder, { recursive: true }))

function longFunction(): string {
  const body = Array.from({ length: 61 }, (_, i) => `  console.log(${i})`)
  return ['export function a(): void {', ...body, '}'].join('\n')
}

function write(path: string, text: string): void {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, `${text}\n`)
}

/** Lints these files alone under the house's settings; gives the codes of the rules they break. */
function lint(files: Readonly<Record<string, string>>): string {
  rmSync(join(folder, 'src'), { recursive: true, force: true })
  write('.oxlintrc.json', readFileSync(join(root, '.oxlintrc.json'), 'utf8'))
  for (const [path, text] of Object.entries(files)) write(path, text)
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const args = [oxlint, '--format=json', '--config=.oxlintrc.json', 'src']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const report: { readonly diagnostics: readonly { readonly code: string }[] } = JSON.parse(stdout)
  return report.diagnostics.map((diagnostic) => diagnostic.code).join(' ')
}

test.each(BREACHES)('%s', (_, path, text, rule) => {
  expect(lint({ [path]: text })).toContain(`(${rule})`)
})

test.each(ALLOWED)('%s', (_, path, text) => {
  expect(lint({ [path]: text })).not.toContain('no-restricted-imports')
})

test('a circle of imports is refused', () => {
  const circle = {
    'src/core/a.ts': "import { b } from './b.ts'\nexport const a = (): unknown => b",
    'src/core/b.ts': "import { a } from './a.ts'\nexport const b = (): unknown => a",
  }
  expect(lint(circle)).toContain('(no-cycle)')
})
