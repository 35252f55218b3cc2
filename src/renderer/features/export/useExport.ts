import { useRef, useState } from 'react'
import type { ExportFormat, Exported } from '../../../shared/contract/exports.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import { useSession } from '../editor/session-context.tsx'
import type { Choices } from './choices.ts'

/** How far it is: the format that is being written, and which of how many that is, from 1. */
export interface Writing {
  readonly format: ExportFormat
  readonly number: number
  readonly of: number
}

interface Written {
  readonly grant: Grant
  readonly exported: Exported
}

/** Writes the brief in several formats, one after the other; what is written when it is stopped stays. */
export function useExport(name: string, close: () => void) {
  const session = useSession()
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const [writing, setWriting] = useState<Writing | null>(null)
  const stopping = useRef(new AbortController())
  const tell = (written: readonly Written[], isAll: boolean): void => {
    const [first] = written
    if (first === undefined) return say(t.exporting.stopped)
    const reveal = (): void => void shell?.reveal({ token: first.grant.token }).catch(fault)
    const told = [sentenceOf(written), ...(isAll ? [] : [t.exporting.stoppedAfter])]
    say(told.join(' '), { label: t.exporting.showInFolder, run: reveal })
  }
  const writeAll = async (formats: readonly ExportFormat[], { look, endnotes }: Choices): Promise<void> => {
    // What is exported is what is stored: so all is stored first.
    if (!(await session.saving.flush(true))) return say(t.exporting.unsaved)
    const places = await placesFor(shell, name, formats)
    const written: Written[] = []
    const { signal } = stopping.current
    for (const [at, grant] of places.entries()) {
      const format = formats[at]
      if (format === undefined || signal.aborted) break
      setWriting({ format, number: at + 1, of: places.length })
      // The system's dialog has asked before it named a file that is there.
      const notes = format === 'obsidian'
      const asked = { brief: session.id, format, look, endnotes, out: grant.token, force: true, notes }
      written.push({ grant, exported: await core.briefs.export(asked, { signal }) })
    }
    if (places.length === 0) return
    tell(written, written.length === places.length)
    close()
  }
  return {
    writing,
    write: (formats: readonly ExportFormat[], choices: Choices): void => {
      stopping.current = new AbortController()
      void writeAll(formats, choices)
        .catch((error: unknown) =>
          stopping.current.signal.aborted ? say(t.exporting.stopped) : fault(error),
        )
        .finally(() => setWriting(null))
    },
    stop: (): void => stopping.current.abort(),
  }
}

/** Where each format goes: one file by the save dialog, several into a folder. None where nothing was chosen. */
async function placesFor(
  shell: ReturnType<typeof useCapabilities>['shell'],
  name: string,
  formats: readonly ExportFormat[],
): Promise<readonly Grant[]> {
  const [format] = formats
  if (shell === null || format === undefined) return []
  if (formats.length > 1) return (await shell.chooseTargets({ name, formats: [...formats] })).chosen
  const { chosen } = await shell.chooseTarget({ name, format })
  return chosen === null ? [] : [chosen]
}

function sentenceOf(written: readonly Written[]): string {
  const [first] = written
  const done =
    written.length === 1 && first !== undefined
      ? doneWith(first)
      : t.exporting.doneAll(written.map(({ grant }) => grant.name))
  const warnings = written.flatMap(({ exported }) => exported.warnings.map(({ message }) => message))
  return [done, ...new Set(warnings)].join(' ')
}

const doneWith = ({ grant: { name }, exported: { pages } }: Written): string =>
  pages === undefined ? t.exporting.done(name) : t.exporting.doneWithPages(name, pages)
