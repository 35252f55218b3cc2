import { useState } from 'react'
import type { AnnotationFormat, AnnotationImport } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ImportReport } from './ImportReport.tsx'

const FORMATS: readonly AnnotationFormat[] = ['md', 'csv', 'jsonld']

/** What became of a file's annotations. */
export interface Report {
  readonly file: string
  readonly outcomes: readonly AnnotationImport[]
}

/** Highlights to and from files, which the system's own dialogs choose; of one source or, when null, of all. */
export function InAndOut({ source }: { readonly source: Source | null }) {
  const { shell } = useCapabilities()
  const [report, setReport] = useState<Report | null>(null)
  const { write, read } = useFiles(source, setReport)
  if (shell === null) return null
  const formats = FORMATS.map((format) => ({
    label: t.annotations.formats[format],
    run: () => void write(format),
  }))
  return (
    <>
      <Menu
        label={t.annotations.more}
        className="btn icon"
        groups={[
          { heading: t.annotations.exportAs, entries: formats },
          {
            heading: t.annotations.importing,
            entries: [{ label: t.annotations.importFile, run: () => void read() }],
          },
        ]}
      >
        <Icon name="more" />
      </Menu>
      {report !== null && <ImportReport report={report} close={() => setReport(null)} />}
    </>
  )
}

function useFiles(source: Source | null, setReport: (report: Report) => void) {
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, did, fault } = useMessages()
  const write = async (format: AnnotationFormat): Promise<void> => {
    if (shell === null) return
    try {
      const name = t.annotations.fileName(source?.title ?? t.annotations.all)
      const { chosen } = await shell.chooseTarget({ name, format })
      if (chosen === null) return
      const of = source === null ? {} : { source: source.id }
      // The system's dialog has asked before it named a file that is there.
      await core.annotations.exportFile({ ...of, format, out: chosen.token, force: true })
      const reveal = (): void => void shell.reveal({ token: chosen.token }).catch(fault)
      say(t.annotations.exported(chosen.name), { label: t.exporting.showInFolder, run: reveal })
    } catch (error) {
      fault(error)
    }
  }
  const read = async (): Promise<void> => {
    if (shell === null) return
    try {
      const { chosen } = await shell.chooseSources({ folder: false })
      for (const { token, name } of chosen) {
        const outcomes = await readFile(core, token, say)
        const imported = outcomes.filter(({ status }) => status === 'imported').length
        if (imported > 0) did(t.annotations.report.summary(imported, outcomes.length))
        setReport({ file: name, outcomes })
      }
    } catch (error) {
      fault(error)
    }
  }
  return { write, read }
}

/** Milliseconds between two tellings of how many were read. */
const TOLD_EVERY = 1000

/** What became of each annotation of a file; of a large one it is told meanwhile, with a way to stop. */
async function readFile(
  core: CoreClient,
  path: string,
  say: ReturnType<typeof useMessages>['say'],
): Promise<AnnotationImport[]> {
  const outcomes: AnnotationImport[] = []
  const stopping = new AbortController()
  let told = performance.now()
  for await (const outcome of await core.annotations.importFile({ path }, { signal: stopping.signal })) {
    outcomes.push(outcome)
    if (performance.now() - told < TOLD_EVERY) continue
    told = performance.now()
    const stop = { label: t.annotations.stopImport, run: () => stopping.abort() }
    say(t.annotations.importedSoFar(outcomes.length), stop)
  }
  return outcomes
}
