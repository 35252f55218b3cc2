import { COMMAND_PRIORITY_LOW } from 'lexical'
import { useEffect } from 'react'
import { MOST_IMAGE_BYTES } from '../../../../shared/contract/briefs.ts'
import { useMessages } from '../../../app/messages.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import type { BriefSession } from '../session.ts'
import { ASK_COMMAND } from './asking.ts'
import { insertImage, PUT_IMAGES_COMMAND } from './images.ts'

/** Keeps images that are pasted, dropped or chosen, puts them at the caret, and asks what they show. */
export function useImages({ editor }: BriefSession): void {
  const core = useCore()
  const { say, fault } = useMessages()
  useEffect(() => {
    const put = async (files: readonly File[]): Promise<void> => {
      try {
        for (const file of files) {
          if (file.size > MOST_IMAGE_BYTES) {
            say(t.blocks.imageTooLarge(MOST_IMAGE_BYTES / 1024 / 1024))
            continue
          }
          const { blob } = await core.briefs.keepImage({ file })
          insertImage(editor, blob)
        }
        if (files.length === 1) editor.dispatchCommand(ASK_COMMAND, 'description')
      } catch (error) {
        fault(error)
      }
    }
    return editor.registerCommand(
      PUT_IMAGES_COMMAND,
      (files) => {
        void put(files)
        return true
      },
      COMMAND_PRIORITY_LOW,
    )
  }, [editor, core, say, fault])
}
