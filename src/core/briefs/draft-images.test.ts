import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mapImages } from '../../shared/brief/map-nodes.ts'
import { scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { openBrief } from './briefs.ts'
import { digestBrief } from './digest.ts'
import { importDraft } from './import.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Whether the stored brief holds the image itself, or its address. */
async function stored(
  library: Library,
  folder: string,
  address: string,
): Promise<{ readonly blob: string | null; readonly address: string | null }> {
  const { id } = await importDraft(library, {
    markdown: `The quay: ![](<${address}>)\n`,
    name: 'Quay',
    folder,
  })
  const found: { readonly blob: string | null; readonly address: string | null }[] = []
  mapImages(openBrief(library, id).state, (image) => {
    found.push({ blob: image.blob, address: image.address })
    return image
  })
  return found[0] ?? { blob: null, address: null }
}

test.each([
  ['quay.png'],
  ['./quay.png'],
  ['plans/the quay.png'],
  ['plans/the%20quay.png'],
  ['plans/100%.png'],
])('an image beside a draft is held: %s', async (address) => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const folder = join(place.folder, 'draft')
  mkdirSync(join(folder, 'plans'), { recursive: true })
  for (const name of ['quay.png', 'plans/the quay.png', 'plans/100%.png'])
    writeFileSync(join(folder, name), PNG)
  const { blob } = await stored(library, folder, address)
  expect([...library.blobs.list()]).toEqual([blob])
})

test.each([
  ['../secret.png'],
  ['plans/../../secret.png'],
  ['%2e%2e/secret.png'],
  ['link.png'],
  ['linked/secret.png'],
  ['notes.png'],
  ['drawing.svg'],
  ['plans'],
  ['absent.png'],
  ['quay.png\\0'],
  ['/secret.png'],
  ['//host.example/quay.png'],
  ['https://host.example/quay.png'],
  ['file:quay.png'],
])('nothing else is read, and its address is kept: %s', async (address) => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const folder = join(place.folder, 'draft')
  mkdirSync(join(folder, 'plans'), { recursive: true })
  writeFileSync(join(place.folder, 'secret.png'), PNG)
  writeFileSync(join(folder, 'quay.png'), PNG)
  writeFileSync(join(folder, 'notes.png'), 'no image')
  writeFileSync(join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  symlinkSync('../secret.png', join(folder, 'link.png'))
  symlinkSync('..', join(folder, 'linked'))
  const kept = await stored(library, folder, address)
  expect(kept.blob).toBeNull()
  expect([...library.blobs.list()]).toEqual([])
})

test('a draft that lies in no folder reads none', async () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  await importDraft(library, { markdown: '![](quay.png)\n', name: 'Quay', folder: null })
  expect([...library.blobs.list()]).toEqual([])
})
