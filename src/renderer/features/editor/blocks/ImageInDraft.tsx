import { useEffect, useState } from 'react'
import type { ImageNode } from '../../../../shared/brief/nodes.ts'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { selectQuote } from '../ranges.ts'
import { useSession } from '../session-context.tsx'
import { ASK_COMMAND } from './asking.ts'

/** An image of the library, or what is known of one that is elsewhere. A click takes it as one, a double click asks for its description. */
export function ImageInDraft({ nodeKey, image }: { readonly nodeKey: string; readonly image: ImageNode }) {
  const { editor } = useSession()
  const shown = useBytes(image.blob)
  const name = t.editor.image(image.alt)
  const acts = {
    onClick: () => selectQuote(editor, nodeKey),
    onDoubleClick: () => void editor.dispatchCommand(ASK_COMMAND, 'description'),
  }
  if (shown !== null && shown !== 'failed')
    return <img className="image-in-draft" src={shown} alt={name} draggable={false} {...acts} />
  return (
    <span
      role="img"
      aria-label={name}
      title={shown === 'failed' ? t.blocks.imageGone : (image.address ?? undefined)}
      {...acts}
    >
      <Icon name="note" size="s" /> {name}
    </span>
  )
}

/** Where the bytes of an image are in this window; null until they are there. */
function useBytes(blob: string | null): string | null {
  const core = useCore()
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (blob === null) return undefined
    let ended = false
    let made: string | null = null
    const load = async (): Promise<void> => {
      const bytes = await core.briefs.image({ blob }).catch(() => null)
      if (ended) return
      made = bytes === null ? null : URL.createObjectURL(bytes.file as Blob)
      setShown(made ?? 'failed')
    }
    void load()
    return () => {
      ended = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [blob, core])
  return shown
}
