import { useSession } from '../session-context.tsx'
import { BlockHandle } from './BlockHandle.tsx'
import { DraftForm } from './DraftForm.tsx'
import { useBlockKeys } from './useBlockKeys.ts'
import { useEdgeScroll } from './useEdgeScroll.ts'
import { useImages } from './useImages.ts'
import { useOpenLinks } from './useOpenLinks.ts'
import './blocks.css'

/** What is shown beside the blocks of the draft, and their keys. */
export function BlockTools() {
  const session = useSession()
  useBlockKeys(session)
  useOpenLinks(session)
  useImages(session)
  useEdgeScroll(session)
  return (
    <>
      <BlockHandle />
      <DraftForm />
    </>
  )
}
