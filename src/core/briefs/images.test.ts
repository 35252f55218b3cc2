import { expect, test } from 'vitest'
import { MOST_IMAGE_BYTES } from '../../shared/contract/briefs.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import { briefImage, keepImage } from './images.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('an image is kept by its content and given back', async () => {
  using place = scratch()
  const library = place.open()
  const { blob } = await keepImage(library, new Blob([PNG], { type: 'text/html' }))
  const { file } = briefImage(library, blob)
  expect(file.type).toBe('image/png')
  expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG)
  library.close()
})

test('what is no image is refused, whatever it is called', async () => {
  using place = scratch()
  const library = place.open()
  const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'], { type: 'image/png' })
  await expect(keepImage(library, svg)).rejects.toMatchObject({ reason: 'not-an-image' })
  const large = {
    size: MOST_IMAGE_BYTES + 1,
    type: 'image/png',
    arrayBuffer: () => Promise.reject(new Error('read')),
  }
  await expect(keepImage(library, large)).rejects.toMatchObject({ reason: 'image-too-large' })
  expect([...library.blobs.list()]).toHaveLength(0)
  library.close()
})

test('stored bytes that are no image are not a brief’s to show', () => {
  using place = scratch()
  const library = place.open()
  importText(library, 'The board met.')
  for (const blob of [...library.blobs.list(), 'f'.repeat(64)])
    expect(() => briefImage(library, blob)).toThrow('no such image')
  library.close()
})
