import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kill } from 'node:process'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.describe('a brief that is being typed', () => {
  test.use({ imported: [SAMPLE.wire] })

  test('loses nothing when the core is killed between its keys', async ({ verbatim }) => {
    const brief = new BriefPage(verbatim.page)
    await brief.start('Reactions')
    await expect(brief.foot).toContainText('Saved')
    await brief.draft.click()
    for (const words of ['One. ', 'Two. ', 'Three. ']) {
      await verbatim.page.keyboard.type(words)
      kill(await verbatim.app.coreId(), 'SIGKILL')
      await verbatim.page.keyboard.type('And on. ')
      await expect(brief.foot).toContainText('Saved')
    }
    await expect(verbatim.page.getByRole('alert')).toHaveCount(0)
    expect(verbatim.storedBrief()).toContain('One. And on. Two. And on. Three. And on.')
  })

  test('is kept in the window when the core keeps ending, and stored once it stands again', async ({
    verbatim,
  }) => {
    const brief = new BriefPage(verbatim.page)
    await brief.start('Reactions')
    await expect(brief.foot).toContainText('Saved')
    kill(await verbatim.app.coreId(), 'SIGSTOP')
    await brief.write('Typed while nothing stands.')
    for (let end = 0; end < 4; end += 1) {
      const core = await verbatim.app.coreId()
      kill(core, 'SIGKILL')
      await expect.poll(() => verbatim.app.processId('Verbatim core')).not.toBe(core)
      const next = await verbatim.app.processId('Verbatim core')
      // It is held before it can store anything.
      if (next !== null) kill(next, 'SIGSTOP')
    }
    const alert = verbatim.page.getByRole('alert').filter({ hasText: 'keeps ending' })
    await expect(alert).toContainText('is kept in this window')
    await expect(brief.draft).toContainText('Typed while nothing stands.')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(alert).toHaveCount(0)
    await expect(brief.foot).toContainText('Saved')
    expect(verbatim.storedBrief()).toContain('Typed while nothing stands.')
  })

  test('waits for another program that writes, says so, and is stored after it', async ({ verbatim }) => {
    const brief = new BriefPage(verbatim.page)
    await brief.start('Reactions')
    await expect(brief.foot).toContainText('Saved')
    const letGo = verbatim.holdLibrary()
    await brief.write('While another writes.')
    const alert = verbatim.page.getByRole('alert')
    await expect(alert).toContainText('in use by another writer')
    await expect(alert).toContainText('Your text is kept in this window')
    letGo()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(brief.foot).toContainText('Saved')
    expect(verbatim.storedBrief()).toContain('While another writes.')
  })
})

test.describe('another program that writes', () => {
  test.use({ imported: [SAMPLE.observer] })

  test('is told where a highlight could not be made, which is then made', async ({ verbatim }) => {
    const { reader } = verbatim
    const letGo = verbatim.holdLibrary()
    await reader.highlightQuotation('not a decision', '1')
    await expect(reader.message).toContainText('in use by another writer')
    await expect(reader.cards).toHaveCount(0)
    letGo()
    await reader.highlightQuotation('not a decision', '1')
    await expect(reader.cards).toHaveCount(1)
  })
})

test.describe('a brief that is being typed when the app is killed', () => {
  test.use({ imported: [SAMPLE.wire] })

  test('loses no more than the last second when the app is killed, and the library is sound', async ({
    verbatim,
  }) => {
    const brief = new BriefPage(verbatim.page)
    await brief.start('Reactions')
    await expect(brief.foot).toContainText('Saved')
    await brief.draft.click()
    const typed: { readonly word: string; readonly at: number }[] = []
    for (let at = 0; at < 60; at += 1) {
      const word = `word${String(at)}.`
      await verbatim.page.keyboard.type(`${word} `, { delay: 8 })
      typed.push({ word, at: Date.now() })
    }
    const killed = Date.now()
    await verbatim.kill()
    const due = typed.filter(({ at }) => at < killed - 1000)
    expect(due.length).toBeGreaterThan(5)
    const stored = verbatim.storedBrief()
    for (const { word } of due) expect(stored).toContain(word)
    const checked = JSON.parse(commandLine(verbatim.places.library, '--json', 'verify')) as {
      damaged: unknown[]
    }
    expect(checked.damaged).toEqual([])
    await verbatim.open()
    const again = new BriefPage(verbatim.page)
    await again.show()
    await expect(again.draft).toContainText(due.at(-1)?.word ?? '')
    await again.write('On it goes.')
    await expect(again.foot).toContainText('Saved')
  })
})

test('a thousand files broken off by closing: what was imported is there, and the rest is imported again', async ({
  verbatim,
  folder,
}) => {
  const { library } = verbatim.places
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  for (let number = 0; number < 1000; number += 1) {
    const words = `Article ${String(number)}\n\nThe harbour office counted ${String(number)} ships on the day.\n`
    writeFileSync(join(articles, `article-${String(number)}.txt`), words)
  }
  await verbatim.imports.choose(articles)
  await expect(verbatim.sources.count).toHaveText(/^\d{2,}$/)
  await verbatim.app.closeWindow()
  await verbatim.app.ended()
  const { counts } = JSON.parse(commandLine(library, '--json', 'info')) as { counts: { sources: number } }
  expect(counts.sources).toBeGreaterThan(9)
  expect(counts.sources).toBeLessThan(1000)
  const { originals, damaged } = JSON.parse(commandLine(library, '--json', 'verify')) as {
    originals: number
    damaged: unknown[]
  }
  expect([originals, damaged]).toEqual([counts.sources, []])
  await verbatim.restart()
  await expect(verbatim.sources.count).toHaveText(String(counts.sources))
})

test.describe('an original that is gone from the library', () => {
  test.use({ imported: [SAMPLE.wire, SAMPLE.observer] })

  test('leaves its source to be read, is told in the window, and comes back with its file', async ({
    verbatim,
  }) => {
    const { library } = verbatim.places
    rmSync(join(library, 'blobs'), { recursive: true })
    await verbatim.sources.open('Read the treaty')
    const told = verbatim.page.getByRole('main').getByRole('alert')
    await expect(told).toContainText('The stored original is gone from the library’s folder.')
    await verbatim.reader.highlightQuotation('not a decision', '1')
    await expect(verbatim.reader.cards).toHaveCount(1)
    await verbatim.imports.choose(SAMPLE.wire, SAMPLE.observer)
    await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Duplicate')
    await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Duplicate')
    await verbatim.imports.close()
    await verbatim.sources.open('Velmora votes')
    await expect(verbatim.reader.title).toContainText('Velmora votes')
    await verbatim.sources.open('Read the treaty')
    await expect(verbatim.reader.title).toContainText('Read the treaty')
    await expect(told).toHaveCount(0)
    const { damaged } = JSON.parse(commandLine(library, '--json', 'verify')) as { damaged: unknown[] }
    expect(damaged).toEqual([])
  })
})

test.describe('a damaged brief', () => {
  test.use({ imported: [SAMPLE.wire] })

  test('shows the words of it that can be read, which are kept as a file and as a brief', async ({
    verbatim,
    folder,
  }) => {
    const brief = new BriefPage(verbatim.page)
    await brief.start('Broken')
    await brief.write('These words are whole. ')
    await verbatim.page.keyboard.type('And these')
    await expect(brief.foot).toContainText('Saved')
    await verbatim.close()
    verbatim.inDatabase("UPDATE brief SET content = substr(content, 1, instr(content, 'these') + 3)")
    await verbatim.open()
    const { page } = verbatim
    const again = new BriefPage(page)
    await again.show()
    await expect(page.getByRole('alert')).toContainText('its stored form is damaged. Nothing was changed.')
    const read = page.getByRole('article', { name: 'Broken' })
    await expect(read).toContainText('These words are whole. And thes')
    await expect(page.getByRole('textbox', { name: 'Text of the brief' })).toHaveCount(0)
    expect(await axeFaults(page)).toEqual([])
    const out = join(folder, 'aside.txt')
    await verbatim.app.willSave(out)
    await page.getByRole('button', { name: 'Save its words…' }).click()
    await expect(verbatim.reader.message).toContainText('aside.txt')
    expect(readFileSync(out, 'utf8')).toBe('Broken\n\nThese words are whole. And thes\n')
    await page.getByRole('button', { name: 'New brief from its words' }).click()
    await expect(again.title).toHaveValue('Broken (recovered)')
    await again.write('e go on.')
    await expect(again.foot).toContainText('Saved')
    await again.choose(/^Broken(?! \()/)
    await page.getByRole('button', { name: 'Restore the last revision' }).click()
    await expect(again.draft).toContainText('These words are whole. And these')
  })
})

test.describe('a damaged brief among others', () => {
  test.use({ imported: [SAMPLE.wire] })

  test('is told in one sentence, and the others open', async ({ verbatim }) => {
    const { page } = verbatim
    const brief = new BriefPage(page)
    await brief.start('Whole')
    await brief.write('This one is whole.')
    await expect(brief.foot).toContainText('Saved')
    await page.getByRole('button', { name: 'New brief' }).first().click()
    await expect(brief.draft).not.toContainText('whole')
    await brief.title.fill('Broken')
    await brief.write('This one will be broken.')
    await expect(brief.foot).toContainText('Saved')
    await verbatim.close()
    verbatim.inDatabase("UPDATE brief SET content = substr(content, 1, 90) WHERE title = 'Broken'")
    await verbatim.open()
    const again = new BriefPage(verbatim.page)
    await again.show()
    const alert = verbatim.page.getByRole('alert')
    await again.choose('Broken')
    await expect(alert).toContainText('its stored form is damaged. Nothing was changed.')
    await again.choose('Whole')
    await expect(again.draft).toContainText('This one is whole.')
    await expect(alert).toHaveCount(0)
    await again.write(' And is written in.')
    await expect(again.foot).toContainText('Saved')
  })
})
