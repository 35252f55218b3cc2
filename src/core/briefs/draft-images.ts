import { readFile, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { mapImages } from '../../shared/brief/map-nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { MOST_IMAGE_BYTES } from '../../shared/contract/briefs.ts'
import type { BlobStore } from '../blobs/store.ts'
import { isSystemError } from '../export/write-export.ts'
import { isInside } from '../import/inside.ts'
import { pictureIn } from '../import/picture.ts'

/** A scheme, or what begins at the root of a host or of a disk. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|[/\\])/iu

/** The hash of each image that lies beside a draft, by the address that the draft gives it. */
export type ImagesBeside = ReadonlyMap<string, string>

/**
 * Stores the images of a draft that lie in its folder or below. Nothing else is read: an address that
 * leads out of the folder, also by a link, or to what is no image that briefs hold, is not among them.
 */
export async function keepImagesBeside(
  state: BriefState,
  folder: string,
  blobs: BlobStore,
): Promise<ImagesBeside> {
  const held = new Map<string, string>()
  const addresses = localAddresses(state)
  if (addresses.size === 0) return held
  const home = await realpath(folder)
  for (const address of addresses) {
    const bytes = await imageAt(home, address)
    if (bytes !== null) held.set(address, await blobs.keep(bytes))
  }
  return held
}

/** A draft that holds its images itself, each named by its content. */
export const holdingImages = (state: BriefState, held: ImagesBeside): BriefState =>
  held.size === 0
    ? state
    : mapImages(state, (image) => {
        const blob = image.address === null ? undefined : held.get(image.address)
        return blob === undefined ? image : { ...image, blob, address: null }
      })

function localAddresses(state: BriefState): ReadonlySet<string> {
  const found = new Set<string>()
  mapImages(state, (image) => {
    if (image.address !== null && image.address !== '' && !ELSEWHERE.test(image.address))
      found.add(image.address)
    return image
  })
  return found
}

/** Null for what is not there, not inside, or no image. */
async function imageAt(home: string, address: string): Promise<Uint8Array | null> {
  for (const name of new Set([address, decoded(address)])) {
    const path = await inside(home, name)
    if (path === null) continue
    const bytes = await readFile(path)
    if (pictureIn(bytes) !== null) return bytes
  }
  return null
}

/** The real path of a file in `home` that is not too large to be held. */
async function inside(home: string, name: string): Promise<string | null> {
  if (name.includes('\0')) return null
  try {
    const path = await realpath(resolve(home, name))
    if (!isInside(path, home)) return null
    const about = await stat(path)
    return about.isFile() && about.size <= MOST_IMAGE_BYTES ? path : null
  } catch (error) {
    // What cannot be looked at is not beside the draft: its address is kept.
    if (isSystemError(error)) return null
    throw error
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch (error) {
    if (error instanceof URIError) return address
    throw error
  }
}
