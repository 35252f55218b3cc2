import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

/** One pixel. */
const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

test('the pictures that were saved with a page are shown in it', async ({ verbatim, folder }) => {
  mkdirSync(join(folder, 'quay_files'))
  writeFileSync(join(folder, 'quay_files', 'a.gif'), GIF)
  const page = join(folder, 'quay.html')
  writeFileSync(
    page,
    '<!doctype html><title>The quay</title><p>The quay stays open.</p><figure><img src="quay_files/a.gif" alt="The quay"><figcaption>At noon</figcaption></figure>',
  )
  await verbatim.imports.choose(page)
  await verbatim.imports.row('quay.html').getByRole('button', { name: 'Open' }).click()
  const picture = verbatim.reader.text.getByRole('img', { name: 'The quay' })
  await expect(picture).toBeVisible()
  const shown = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return {
      natural: [image.naturalWidth, image.naturalHeight],
      room: [image.parentElement?.clientWidth, image.parentElement?.clientHeight],
      scheme: new URL(image.src).protocol,
    }
  })
  expect(shown).toEqual({ natural: [1, 1], room: [1, 1], scheme: 'blob:' })
  await expect(verbatim.reader.text.getByText('At noon')).toBeVisible()
})

test('what is pasted outside a field becomes a source, and can be taken back', async ({ verbatim }) => {
  await verbatim.app.electron.evaluate(({ clipboard }) => {
    // Of Electron's own clipboard; newer types describe the web's.
    const own = clipboard as unknown as { writeHTML: (html: string) => void }
    own.writeHTML('<p>The <b>port</b> stays open.</p>')
  })
  await expect(verbatim.sources.start).toBeVisible()
  await verbatim.page
    .getByRole('main')
    .first()
    .click({ position: { x: 5, y: 300 } })
  await verbatim.page.keyboard.press('ControlOrMeta+V')
  const message = verbatim.page.locator('.message')
  await expect(message).toContainText('Pasted as a source: “The port stays open”.')
  await expect(verbatim.sources.row('The port stays open')).toBeVisible()
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(verbatim.sources.row('The port stays open')).toHaveCount(0)
})

test('web archives and letters are read in the window', async ({ verbatim, folder }) => {
  const page = join(folder, 'pier.mhtml')
  writeFileSync(
    page,
    'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n<title>Pier</title><p>=CF=EE=F0=F2</p>\n--b--\n',
  )
  const letter = join(folder, 'letter.eml')
  writeFileSync(
    letter,
    'From: Ilse Marrow <ilse@letters.example>\nSubject: =?koi8-r?B?8M/S1A==?=\nDate: Thu, 14 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\n\nHigh at noon.\n',
  )
  await verbatim.imports.choose(page, letter)
  await expect(verbatim.imports.row('pier.mhtml')).toContainText('Imported')
  await expect(verbatim.imports.row('letter.eml')).toContainText('Imported')
  await verbatim.imports.close()
  await expect(verbatim.sources.row('Порт')).toBeVisible()
  await verbatim.sources.open('Pier')
  await expect(verbatim.reader.text).toContainText('Порт')
})
