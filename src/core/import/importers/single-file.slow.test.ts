import { expect, it } from 'vitest'
import { readOriginal } from '../read.ts'

/** Bytes that no two pictures share, behind the header of a picture. */
function picture(seed: number): string {
  const bytes = Buffer.alloc(512 * 1024, seed)
  bytes.write('89504e470d0a1a0a0000000d49484452000004000000030008020000', 'hex')
  bytes.writeUInt32LE(seed, bytes.length - 4)
  return `data:image/png;base64,${bytes.toString('base64')}`
}

it('reads a page of 30 MB that SingleFile saved in under 5 s', async () => {
  const words = 'The harbour board said on Thursday that the quay stays open, and that it would pay. '.repeat(
    5,
  )
  const parts = Array.from(
    { length: 42 },
    (_, index) =>
      `<p>${String(index)}. ${words}</p><figure><img alt=x src="${picture(index)}"><figcaption>Quay</figcaption></figure>`,
  )
  const bytes = Buffer.from(`<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://harbour.example/a/story 
 saved date: Thu Mar 14 2024
--><head><meta charset=utf-8><title>Port</title><style>:root{--sf-img-1: url("${picture(99)}")}</style></head>
<body><nav><a href=/>Home</a></nav><article class=x>${parts.join('')}<img alt=again src="data:image/svg+xml,<svg>" style="background-image:var(--sf-img-1)!important"></article></body></html>`)
  expect(bytes.length).toBeGreaterThan(30_000_000)
  const started = performance.now()
  const { images, metadata } = await readOriginal({ bytes, name: 'a.html', encoding: null })
  expect(performance.now() - started).toBeLessThan(5000)
  expect(images).toHaveLength(43)
  expect(metadata.url).toBe('https://harbour.example/a/story')
}, 30_000)
