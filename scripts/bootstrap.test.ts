import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bootstrap-'))
const checkout = join(folder, 'checkout')
const bin = join(folder, 'bin')
afterAll(() => rmSync(folder, { recursive: true }))

/** A checkout without packages, in which `npm` is a script that does as told. */
beforeEach(() => {
  rmSync(checkout, { recursive: true, force: true })
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, name), join(checkout, name))
})

function fakeNpm(version: string, installing: string): void {
  mkdirSync(bin, { recursive: true })
  const path = join(bin, 'npm')
  writeFileSync(path, `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; exit; fi\n${installing}\n`)
  chmodSync(path, 0o755)
}

function bootstrap(): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: folder }
  return spawnSync(process.execPath, [join(checkout, 'scripts', 'bootstrap.mjs')], { encoding: 'utf8', env })
}

describe.skipIf(process.platform === 'win32')('the set-up ends in one sentence', () => {
  test.each([
    ['npm error code ECONNREFUSED', 'The package registry could not be reached.'],
    ['npm error code EAI_AGAIN', 'The package registry could not be reached.'],
    ['npm error ENOSPC: no space left on device', 'The disk is full.'],
    ['npm error code EACCES', 'A folder cannot be written to.'],
    ['npm error code EUSAGE', 'package.json and package-lock.json do not agree.'],
    ['npm error code EINTEGRITY', 'A package arrived with other bytes than the lockfile names.'],
    ['npm error something else', 'npm could not install the packages: npm error something else'],
  ])('when npm says “%s”', (said, sentence) => {
    fakeNpm('11.0.0', `echo '${said}' >&2; exit 1`)
    const { status, stderr } = bootstrap()
    expect(status).toBe(1)
    expect(stderr).toContain(`Cannot go on: ${sentence}`)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('when a folder cannot be written to', () => {
    const script = `const { sentenceOf } = await import('./scripts/bootstrap/report.mjs')
      console.log(sentenceOf({ code: 'EROFS', path: '/a' }), sentenceOf(new TypeError('a bug')))`
    const argv = ['--input-type=module', '-e', script]
    const { stdout } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' })
    expect(stdout).toBe(
      '/a cannot be written to. Make this checkout writable and run the same command again. null\n',
    )
  })

  test('when npm is too old', () => {
    fakeNpm('9.8.1', 'exit 0')
    const { status, stderr } = bootstrap()
    expect([status, stderr]).toEqual([
      1,
      'Cannot go on: npm 9.8.1 is too old: version 10 or newer is needed. Run: npm install --global npm@10\n',
    ])
  })

  test('when npm says that all is well and nothing is there', () => {
    fakeNpm('10.9.0', 'exit 0')
    const { status, stderr } = bootstrap()
    expect(status).toBe(1)
    expect(stderr).toContain('npm ended well, yet packages are missing.')
  })
})

test('a second run in a checkout that is set up installs nothing and is quick', () => {
  const began = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts', 'bootstrap.mjs')], {
    encoding: 'utf8',
    // No npm within reach: this run must not install, whatever it finds.
    env: { PATH: dirname(process.execPath), HOME: folder },
  })
  expect(status).toBe(0)
  expect(stdout).toContain('as the lockfile names them')
  expect(performance.now() - began).toBeLessThan(2000)
})
