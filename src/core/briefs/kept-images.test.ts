import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeParagraph, makeText } from '../../shared/brief/make.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { addSource } from '../db/source-facts.ts'
import { listCustody } from '../db/custody.ts'
import type { Sha256 } from '../db/ids.ts'
import { FACTS, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { emptyTrash } from '../sources/empty-trash.ts'
import { removeSource } from '../sources/remove.ts'
import { verifyLibrary } from '../verify/verify.ts'
import { digestBrief } from './digest.ts'
import { briefImage, keepImage } from './images.ts'
import { removeBrief } from './remove.ts'
import { createWorkingCopy, saveWorkingCopy } from './working-copy.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const holding = (state: BriefState, blob: string | null): BriefState => ({
  ...state,
  root: {
    ...state.root,
    children: [
      makeParagraph([
        makeText('As "blob":"x" shows: ', 0),
        ...(blob === null
          ? []
          : [{ type: 'image', version: 1, blob, address: null, alt: 'The quay', title: null } as const]),
      ]),
    ],
  },
})

/** A brief that holds an image, and the image’s hash. */
async function illustrated(library: Library): Promise<{ readonly brief: string; readonly image: Sha256 }> {
  const { blob } = await keepImage(library, new Blob([PNG]))
  const { brief, state } = createWorkingCopy(library, { title: 'The quay', language: 'en' })
  saveWorkingCopy(library, {
    brief: brief.id,
    state: holding(state, blob),
    seen: brief.updatedAt,
    revision: true,
  })
  return { brief: brief.id, image: blob as Sha256 }
}

test('verify re-hashes the images of briefs, and counts them', async () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  await illustrated(library)
  expect(await verifyLibrary(library)).toMatchObject({ originals: 0, images: 1, damaged: [] })
  expect(listCustody(library.reader).at(-1)).toMatchObject({ kind: 'verify', detail: { images: 1 } })
})

test('an image of a brief that is gone or not what it was is named, with the brief', async () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { image } = await illustrated(library)
  const damage = async (): Promise<unknown> => (await verifyLibrary(library)).damaged
  writeFileSync(library.blobs.pathOf(image), Buffer.concat([PNG, PNG]))
  expect(await damage()).toEqual([
    {
      what: 'image',
      id: image,
      message: 'The bytes of this image are not those that were stored. The brief “The quay” holds it.',
    },
  ])
  rmSync(library.blobs.pathOf(image))
  expect(await damage()).toEqual([
    {
      what: 'image',
      id: image,
      message: 'The file of this image is gone from the library’s folder. The brief “The quay” holds it.',
    },
  ])
})

test('an image of a revision, or of a brief in the trash, is looked at too', async () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { brief, image } = await illustrated(library)
  removeBrief(library, brief)
  rmSync(library.blobs.pathOf(image))
  expect(await verifyLibrary(library)).toMatchObject({ images: 1, damaged: [{ what: 'image', id: image }] })
})

test('a source that goes for good leaves an image that a brief holds as well', async () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { image } = await illustrated(library)
  const images = [{ sha256: image, bytes: PNG.length, mediaType: 'image/png' }]
  const { source } = library.write('import', (writer) =>
    addSource(writer, FACTS, versionOf(library, 'The board met.', { images })),
  )
  removeSource(library, { source, force: false })
  emptyTrash(library, { ids: [source], usedToo: false })
  expect(briefImage(library, image).file.type).toBe('image/png')
})
