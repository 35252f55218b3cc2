import { useCallback, useState } from 'react'
import type { PartOfOriginal } from '../../../shared/contract/sources.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useCore } from '../../app/surroundings.tsx'
import type { Asked } from './import-rows.ts'

/** A web archive of whose pages some are being chosen; `parts` is null while it is looked into. */
export interface Choosing {
  readonly file: Grant
  readonly parts: readonly PartOfOriginal[] | null
}

const ARCHIVE = /\.(?:warc(?:\.gz)?|wacz)$/i

type StartImport = (files: readonly Grant[], asked: Asked) => void

/**
 * Asks which pages of a web archive are wanted before anything of it is stored. Several archives, and those in
 * folders, are imported whole: nobody wants to be asked twenty times.
 */
export function useChoosing(start: StartImport) {
  const core = useCore()
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  /** Takes the archive out of what is to be imported at once. */
  const startOrAsk = useCallback(
    (files: readonly Grant[]) => {
      const archives = files.filter(({ name }) => ARCHIVE.test(name))
      const [file] = archives
      if (file === undefined || archives.length > 1) return start(files, {})
      const others = files.filter((other) => other !== file)
      if (others.length > 0) start(others, {})
      setChoosing({ file, parts: null })
      const look = async (): Promise<void> => {
        const { parts } = await core.sources.contents({ path: file.token })
        if (parts !== null && parts.length > 1) {
          setChoosing((now) => (now?.file === file ? { file, parts } : now))
        } else {
          setChoosing(null)
          start([file], {})
        }
      }
      look().catch(() => {
        // Its import says what is wrong with it.
        setChoosing(null)
        start([file], {})
      })
    },
    [core, start],
  )
  const cancel = useCallback(() => setChoosing(null), [])
  const take = useCallback(
    ({ file, parts }: Choosing, keys: readonly string[]) => {
      setChoosing(null)
      const all = keys.length === parts?.length
      start([file], { parts: keys.length, ...(all ? {} : { only: keys }) })
    },
    [start],
  )
  return { choosing, startOrAsk, cancel, take }
}
