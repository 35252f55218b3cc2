import { useEffect, useRef, useState, type RefObject } from 'react'
import type { SourceImage } from '../../../shared/contract/sources.ts'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../app/strings/catalogue.ts'

/** The images of the version that is read. */
export interface Pictures {
  readonly sizes: ReadonlyMap<string, SourceImage>
  readonly load: (sha256: string) => Promise<Blob>
}

/** An image of the source: its room is kept from the start, its bytes come when it is nearly in sight. */
export function Picture({
  blob,
  alt,
  pictures,
}: {
  readonly blob: string | null
  readonly alt: string
  readonly pictures: Pictures
}) {
  const room = useRef<HTMLSpanElement>(null)
  const image = blob === null ? undefined : pictures.sizes.get(blob)
  const address = useAddress(image?.sha256 ?? null, pictures, room)
  if (image === undefined || address === 'failed') return <Described alt={alt} />
  const { width, height } = image
  const known = width > 0 && height > 0
  return (
    <span
      ref={room}
      className="image"
      style={
        known ? { inlineSize: `${String(width)}px`, aspectRatio: `${String(width)} / ${String(height)}` } : {}
      }
    >
      {address !== null && <img src={address} alt={alt} draggable={false} />}
    </span>
  )
}

/** An image that was not saved with its page, or cannot be shown: what the page says of it. */
function Described({ alt }: { readonly alt: string }) {
  return (
    <span className="picture" role="img" aria-label={t.reader.image(alt)}>
      <Icon name="note" size="s" />
      {t.reader.image(alt)}
    </span>
  )
}

/** How far below and above the window images are fetched ahead of it. */
const AHEAD = '800px'

/** The address of an image's bytes within this window; null until they are there. It is given up with the image. */
function useAddress(
  sha256: string | null,
  { load }: Pictures,
  room: RefObject<HTMLElement | null>,
): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const element = room.current
    if (sha256 === null || element === null) return undefined
    let made: string | null = null
    let ended = false
    const fetch = async (): Promise<void> => {
      const bytes = await load(sha256).catch(() => null)
      if (ended) return
      made = bytes === null ? null : URL.createObjectURL(bytes)
      setAddress(made ?? 'failed')
    }
    const stop = whenNear(element, () => void fetch())
    return () => {
      ended = true
      stop()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sha256, load, room])
  return address
}

function whenNear(element: Element, near: () => void): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      near()
    },
    { rootMargin: AHEAD },
  )
  watch.observe(element)
  return () => watch.disconnect()
}
