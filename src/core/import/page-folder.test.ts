import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { companionsOf, isPageFolder } from './page-folder.ts'
import { readOriginal } from './read.ts'

const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-page-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array = GIF): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const pathsBeside = async (page: string) => (await companionsOf(join(folder, page))).map(({ path }) => path)

async function picturesIn(html: string, page = 'page.html') {
  const companions = await companionsOf(file(page, html))
  const { images } = await readOriginal({ bytes: Buffer.from(html), name: page, encoding: null, companions })
  return images.length
}

describe('the folder of a saved page', () => {
  it.each(['_files', '.files', '-Dateien', '_fichiers', '_archivos', '_bestanden', '_pliki'])(
    'that ends in %s holds its pictures',
    async (ending) => {
      file(`page${ending}/a.gif`)
      file(`page${ending}/a.js`, 'alert(1)')
      file(`page${ending}/more/photo`, GIF)
      file('other_files/b.gif')
      expect(await pathsBeside('page.html')).toEqual([`page${ending}/a.gif`, `page${ending}/more/photo`])
      expect(isPageFolder(`page${ending}`, new Set(['page.htm']))).toBe(true)
      expect(isPageFolder(`page${ending}`, new Set(['other.htm']))).toBe(false)
    },
  )

  it('holds style sheets, drawings and fonts too, by name and content, and nothing that runs', async () => {
    file('page_files/a.css', 'h1 { color: red }')
    file('page_files/b.css', Buffer.alloc(3 * 1024 * 1024, 32))
    file('page_files/c.css', Buffer.from([0, 1, 2]))
    file('page_files/d.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    file('page_files/e.woff2', 'wOF2 and so on')
    file('page_files/f.woff2', 'no font')
    file('page_files/g.js', 'alert(1)')
    file('page_files/h.html', '<p>Another page')
    expect(await pathsBeside('page.html')).toEqual([
      'page_files/a.css',
      'page_files/d.svg',
      'page_files/e.woff2',
    ])
  })

  it('is looked for beside pages alone', async () => {
    file('page_files/a.gif')
    expect(await pathsBeside('page.txt')).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is not left by links, and pipes are not waited for', async () => {
    const secret = file('secret.gif')
    file('page_files/a.gif')
    symlinkSync(secret, join(folder, 'page_files', 'b.gif'))
    symlinkSync(folder, join(folder, 'page_files', 'c'))
    execFileSync('mkfifo', [join(folder, 'page_files', 'd.gif')])
    expect(await pathsBeside('page.html')).toEqual(['page_files/a.gif'])
    symlinkSync(join(folder, 'page_files'), join(folder, 'linked_files'))
    expect(await pathsBeside('linked.html')).toEqual([])
  })
})

describe('the pictures of a page saved with its folder', () => {
  it.each([
    './page_files/a%20b.gif',
    'page_files/a b.gif?x=1',
    'page_files\\a b.gif',
    'renamed_files/a b.gif',
    'file:///C:/Users/ann/page_files/a b.gif',
  ])('are found as %s', async (address) => {
    file('page_files/a b.gif')
    expect(await picturesIn(`<p>Words.<img alt=x src="${address}">`)).toBe(1)
  })

  it.each([
    '../page_files/a.gif',
    'https://ex.org/page_files/a.gif',
    '//ex.org/page_files/a.gif',
    'images/a.gif',
    'a.gif',
  ])('are not what the page calls %s', async (address) => {
    file('page_files/a.gif')
    expect(await picturesIn(`<p>Words.<img alt=x src="${address}">`)).toBe(0)
  })

  it('are found by names in either Unicode form', async () => {
    file('page_files/ha\u0308fen.gif')
    expect(await picturesIn('<p>Words.<img alt=x src="page_files/h%C3%A4fen.gif">')).toBe(1)
  })

  it('are found where the page says that its addresses are relative to its site', async () => {
    file('page_files/a.gif')
    expect(await picturesIn('<base href="https://ex.org/"><p>Words.<img alt=x src="page_files/a.gif">')).toBe(
      1,
    )
  })
})
