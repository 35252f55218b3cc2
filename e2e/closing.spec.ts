import { readFileSync } from 'node:fs'
import { kill } from 'node:process'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { Leaving } from './pages/leaving.ts'

test.use({ imported: [SAMPLE.wire] })

test('the words of the last moment are stored before the window goes', async ({ verbatim }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  for (const words of ['At the last moment.', ' And once more.', ' And again.']) {
    await new BriefPage(verbatim.page).write(words)
    await verbatim.restart()
    await new BriefPage(verbatim.page).show()
    await expect(new BriefPage(verbatim.page).draft).toContainText(words.trim())
  }
})

test('a window that is closed, and not the app, stores first too', async ({ verbatim }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await brief.write('By the button of the window.')
  await verbatim.app.closeWindow()
  await verbatim.app.ended()
  expect(verbatim.storedBrief()).toContain('By the button of the window.')
})

test('a dialog that is open does not hold the window', async ({ verbatim }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await brief.write('Under a dialog.')
  await verbatim.page.keyboard.press('Control+Shift+e')
  await expect(verbatim.page.getByRole('dialog')).toBeVisible()
  await verbatim.restart()
  await new BriefPage(verbatim.page).show()
  await expect(new BriefPage(verbatim.page).draft).toContainText('Under a dialog.')
})

test('a core that died just before is waited for', async ({ verbatim }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await expect(brief.foot).toContainText('Saved')
  await brief.write('Typed as the core died.')
  kill(await verbatim.app.coreId(), 'SIGKILL')
  await verbatim.restart()
  await new BriefPage(verbatim.page).show()
  await expect(new BriefPage(verbatim.page).draft).toContainText('Typed as the core died.')
})

test('while another program holds the library the user is told, and the window goes once all is stored', async ({
  verbatim,
}) => {
  const brief = new BriefPage(verbatim.page)
  const leaving = new Leaving(verbatim.page)
  await brief.start('Reactions')
  await expect(brief.foot).toContainText('Saved')
  const letGo = verbatim.holdLibrary()
  await brief.write('While it was held.')
  await verbatim.app.closeWindow()
  await expect(leaving.dialog).toContainText('The last words of “Reactions”')
  await expect(leaving.dialog).toContainText('in use by another writer')
  letGo()
  await verbatim.app.ended()
  expect(verbatim.storedBrief()).toContain('While it was held.')
})

test('words that cannot be stored keep the window open, until the user closes it anyway', async ({
  verbatim,
}) => {
  const brief = new BriefPage(verbatim.page)
  const leaving = new Leaving(verbatim.page)
  await brief.start('Reactions')
  await expect(brief.foot).toContainText('Saved')
  // A core that is held stands for one that hangs.
  const core = await verbatim.app.coreId()
  kill(core, 'SIGSTOP')
  await brief.write('Nobody takes this.')
  await verbatim.app.quit()
  await expect(leaving.dialog).toContainText('The last words of “Reactions”')
  await leaving.stay.click()
  await expect(leaving.dialog).toHaveCount(0)
  await expect(brief.draft).toContainText('Nobody takes this.')
  await brief.write(' Nor this.')
  await verbatim.app.quit()
  await leaving.closeAnyway()
  await verbatim.app.ended()
  expect(isRunning(core)).toBe(false)
})

test('a core that hangs for a while costs nothing', async ({ verbatim }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await expect(brief.foot).toContainText('Saved')
  const core = await verbatim.app.coreId()
  kill(core, 'SIGSTOP')
  await brief.write('Taken in the end.')
  await verbatim.app.quit()
  await expect(new Leaving(verbatim.page).dialog).toContainText('being stored')
  kill(core, 'SIGCONT')
  await verbatim.app.ended()
  expect(verbatim.storedBrief()).toContain('Taken in the end.')
})

test('a page that does not answer is told of outside of it, and its window closes', async ({ verbatim }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await expect(brief.foot).toContainText('Saved')
  await verbatim.app.willAnswer('Close anyway')
  verbatim.app.hangPage()
  await verbatim.app.closeWindow()
  await verbatim.app.ended()
})

const isRunning = (pid: number): boolean => {
  try {
    kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
  } catch {
    return false
  }
}
