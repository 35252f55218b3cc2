import { useRef, useState } from 'react'
import type { ExportFormat, Exported } from '../../../shared/contract/exports.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { reasonOf, sentenceOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import type { CoreClient, ShellClient } from '../../app/transport/transport.ts'
import type { BriefSession } from '../editor/session.ts'
import { takesMore } from './choices.ts'
import {
  rememberExport,
  type Asked,
  type EvidenceChoice,
  type LastExport,
  type Place,
} from './last-export.ts'

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

interface Hearing {
  /** All is written. */
  readonly done: () => void
  /** Why nothing more was written; `place` where another place would do. */
  readonly failed: (sentence: string, what: 'place' | 'other') => void
  /** Where nothing else shows how far it is. */
  readonly progressed?: (writing: Writing) => void
}

/** Writes the brief in several formats, one after the other; what is written when it is stopped stays. */
export function useExport(session: BriefSession, name: string, { done, failed, progressed }: Hearing) {
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const [writing, setWriting] = useState<Writing | null>(null)
  const stopping = useRef(new AbortController())
  const tell = (written: readonly Written[], isAll: boolean): void => {
    const [first] = written
    if (first === undefined) return say(t.exporting.stopped)
    const reveal = (): void => void shell?.reveal({ token: first.grant.token }).catch(fault)
    const told = [toldOf(written), ...(isAll ? [] : [t.exporting.stoppedAfter])]
    say(told.join(' '), { label: t.exporting.showInFolder, run: reveal })
  }
  const writeAll = async (asked: Asked, places: readonly Place[], signal: AbortSignal): Promise<void> => {
    const written: Written[] = []
    for (const [at, place] of places.entries()) {
      const format = asked.formats[at]
      if (format === undefined || signal.aborted) break
      const now = { format, number: at + 1, of: places.length }
      setWriting(now)
      progressed?.(now)
      const exported = await writeOne({ core, shell, brief: session.id }, format, asked, place, signal)
      written.push({ grant: place.grant, exported })
      const known = places.map((each, index) => {
        const there = written[index]
        return there === undefined ? each : repeatable(there)
      })
      if (known.every(({ replaces }) => replaces !== undefined))
        rememberExport(session.id, { asked, places: known })
    }
    if (places.length === 0) return
    const isAll = written.length === places.length
    tell(written, isAll)
    done()
  }
  const start = async (asked: Asked, placesFor: () => Promise<readonly Place[]>): Promise<void> => {
    const { signal } = (stopping.current = new AbortController())
    try {
      // What is exported is what is stored: so all is stored first.
      if (await session.saving.flush(true)) await writeAll(asked, await placesFor(), signal)
      else failed(t.exporting.unsaved, 'other')
    } catch (error) {
      if (signal.aborted) say(t.exporting.stopped)
      else failed(sentenceOf(error), PLACE.has(reasonOf(error) ?? '') ? 'place' : 'other')
    } finally {
      setWriting(null)
    }
  }
  return {
    writing,
    write: (asked: Asked): void => void start(asked, () => chosenPlaces(shell, name, asked.formats)),
    /** Writes what was written last, to the same places. */
    again: ({ asked, places }: LastExport): void => void start(asked, () => grantedAgain(shell, places)),
    stop: (): void => stopping.current.abort(),
  }
}

/** Faults that another place would do away with. */
const PLACE: ReadonlySet<string> = new Set([
  'changed-since',
  'exists',
  'no-folder',
  'is-folder',
  'not-a-file',
  'not-ours',
  'not-writable',
  'not-written',
  'no-space',
  'unknown-grant',
])

async function writeOne(
  { core, shell, brief }: { core: CoreClient; shell: ShellClient | null; brief: string },
  format: ExportFormat,
  { choices: { look, endnotes, appendix, comments }, evidence }: Asked,
  { grant, replaces }: Place,
  signal: AbortSignal,
): Promise<Exported> {
  return core.briefs.export(
    {
      brief,
      format,
      look,
      endnotes,
      ...(takesMore(format) ? { appendix, comments } : {}),
      out: grant.token,
      // The system's dialog has asked before it named a file that is there; without it, only the file itself may go.
      force: true,
      ...(replaces === undefined ? {} : { replaces }),
      notes: format === 'obsidian',
      ...(format === 'evidence' ? await alongWith(evidence, shell) : {}),
    },
    { signal },
  )
}

/** A grant is good for one use: the key’s own stays for the next. */
async function alongWith(
  { originals, key }: EvidenceChoice,
  shell: ShellClient | null,
): Promise<{ readonly originals: boolean; readonly sign?: string }> {
  if (key === null || shell === null) return { originals }
  const { chosen } = await shell.grantAgain({ token: key.grant.token })
  return { originals, sign: chosen.token }
}

/** Where each format goes: one file by the save dialog, several into a folder. None where nothing was chosen. */
async function chosenPlaces(
  shell: ShellClient | null,
  name: string,
  formats: readonly ExportFormat[],
): Promise<readonly Place[]> {
  const [format] = formats
  if (shell === null || format === undefined) return []
  const grants = async (): Promise<readonly Grant[]> => {
    if (formats.length > 1) return (await shell.chooseTargets({ name, formats: [...formats] })).chosen
    const { chosen } = await shell.chooseTarget({ name, format })
    return chosen === null ? [] : [chosen]
  }
  return (await grants()).map((grant) => ({ grant, replaces: undefined }))
}

/** A grant is good for one use: the same places once more. */
async function grantedAgain(shell: ShellClient | null, places: readonly Place[]): Promise<readonly Place[]> {
  if (shell === null) return []
  return Promise.all(
    places.map(async ({ grant: { token }, replaces }) => ({
      grant: (await shell.grantAgain({ token })).chosen,
      replaces,
    })),
  )
}

const repeatable = ({ grant, exported: { sha256 } }: Written): Place => ({ grant, replaces: sha256 })

function toldOf(written: readonly Written[]): string {
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
