import { LARGEST_ORIGINAL, tooLarge } from './original-file.ts'

/** All bytes of a stream, up to the largest original: then a `too-large` failure. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of stream) {
    length += piece.length
    if (length > LARGEST_ORIGINAL) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}
