import { $getNodeByKey } from 'lexical'
import { useState } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { ImageNode } from '../nodes/image.tsx'
import { useSession } from '../session-context.tsx'
import { $imageAt } from './images.ts'

/** What an image shows, for those who do not see it. */
export function DescriptionForm({ close }: { readonly close: () => void }) {
  const { editor } = useSession()
  const [image] = useState(() =>
    editor.read(() => {
      const node = $imageAt()
      return node === null ? null : { key: node.getKey(), alt: node.getStored().alt }
    }),
  )
  const [words, setWords] = useState(image?.alt ?? '')
  return (
    <form
      aria-label={t.blocks.setDescription}
      onSubmit={(event) => {
        event.preventDefault()
        editor.update(() => {
          const node = image === null ? null : $getNodeByKey(image.key)
          if (node instanceof ImageNode) node.setAlt(words)
        })
        close()
      }}
    >
      <label>
        {t.blocks.description}
        <input className="input" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <button type="submit" className="btn primary">
        {t.blocks.setDescription}
      </button>
    </form>
  )
}
