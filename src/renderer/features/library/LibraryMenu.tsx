import { BIBLIOGRAPHY_FORMATS, type BibliographyFormat } from '../../../shared/contract/library.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useRestoring } from './useRestoring.ts'

/** What goes out of the library as a whole, its bibliography or everything, and how a library comes back. `name` is the library's. */
export function LibraryMenu({ name }: { readonly name: string }) {
  const { shell } = useCapabilities()
  const { list, takeOut } = useTakingOut(name)
  const restore = useRestoring()
  if (shell === null) return null
  return (
    <Menu
      label={t.takingOut.more}
      className="btn icon"
      groups={[
        {
          heading: t.takingOut.bibliography,
          entries: BIBLIOGRAPHY_FORMATS.map((format) => ({
            label: t.takingOut.formats[format],
            run: () => void list(format),
          })),
        },
        {
          heading: t.takingOut.whole,
          entries: [{ label: t.takingOut.folder, run: () => void takeOut() }],
        },
        {
          heading: t.restoring.heading,
          entries: [{ label: t.restoring.restore, run: restore }],
        },
      ]}
    >
      <Icon name="more" />
    </Menu>
  )
}

function useTakingOut(name: string) {
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const reveal = (token: string) => ({
    label: t.exporting.showInFolder,
    run: () => void shell?.reveal({ token }).catch(fault),
  })
  const list = async (format: BibliographyFormat): Promise<void> => {
    try {
      const { chosen } = (await shell?.chooseTarget({ name: t.takingOut.fileName(name), format })) ?? {
        chosen: null,
      }
      if (chosen === null) return
      // The system's dialog has asked before it named a file that is there.
      const { entries } = await core.library.exportBibliography({ format, out: chosen.token, force: true })
      say(t.takingOut.listed(chosen.name, entries), reveal(chosen.token))
    } catch (error) {
      fault(error)
    }
  }
  const takeOut = async (): Promise<void> => {
    try {
      const asked = { name: t.takingOut.folderName(name), format: 'folder' } as const
      const { chosen } = (await shell?.chooseTarget(asked)) ?? { chosen: null }
      if (chosen === null) return
      const files = await writeWhole(core, chosen.token, say)
      if (files === null) say(t.takingOut.stopped)
      else say(t.takingOut.done(chosen.name, files), reveal(chosen.token))
    } catch (error) {
      fault(error)
    }
  }
  return { list, takeOut }
}

/** Milliseconds between two tellings of how far it is. */
const TOLD_EVERY = 1000

/** How many files were written; null where the user stopped it. */
async function writeWhole(
  core: CoreClient,
  out: string,
  say: ReturnType<typeof useMessages>['say'],
): Promise<number | null> {
  const stopping = new AbortController()
  let told = performance.now()
  for await (const step of await core.library.exportAll({ out }, { signal: stopping.signal })) {
    if (step.kind === 'done') return step.files
    if (performance.now() - told < TOLD_EVERY) continue
    told = performance.now()
    const stop = { label: t.takingOut.stop, run: () => stopping.abort() }
    say(t.takingOut.soFar[step.what](step.done, step.total), stop)
  }
  return null
}
