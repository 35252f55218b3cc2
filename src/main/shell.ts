import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import {
  dialog,
  nativeTheme,
  shell as system,
  type BrowserWindow,
  type FileFilter,
  type MessagePortMain,
} from 'electron'
import { shell as contract, type Grant, type TargetFormat } from '../shared/contract/shell.ts'
import { askCore } from './ask-core.ts'
import { putOnClipboard } from './clipboard.ts'
import type { Closing } from './closing.ts'
import type { CoreHost } from './core-host.ts'
import { GrantDesk } from './grants.ts'
import { mayOpen } from './policy.ts'
import { pressesIn } from './presses.ts'
import { printPage } from './printing.ts'

/** Serves the window's own small contract at one end of a channel. */
export interface ServeShell {
  (port: MessagePortMain, window: BrowserWindow, closing: Closing): void
  readonly grants: GrantDesk
}

/** Null for a folder. */
const ENDINGS: Readonly<Record<TargetFormat, string | null>> = {
  md: 'md',
  verbatim: 'md',
  pandoc: 'md',
  obsidian: 'md',
  pdf: 'pdf',
  html: 'html',
  docx: 'docx',
  evidence: 'zip',
  jsonld: 'jsonld',
  csv: 'csv',
  bibtex: 'bib',
  biblatex: 'bib',
  ris: 'ris',
  'csl-json': 'json',
  folder: null,
  txt: 'txt',
  key: 'key',
  library: 'verbatim',
}

export function shellFor(core: CoreHost): ServeShell {
  const grants = new GrantDesk((token, path) => core.grant(token, path))
  const serve = (...[port, window, closing]: Parameters<ServeShell>): void => {
    new RPCHandler(shellRouter(core, grants, window, closing)).upgrade(port)
    port.start()
  }
  return Object.assign(serve, { grants })
}

function shellRouter(core: CoreHost, grants: GrantDesk, window: BrowserWindow, closing: Closing) {
  const os = implement(contract)
  const pressed = pressesIn(window)
  return os.router({
    chooseSources: os.chooseSources.handler(({ input }) => chooseSources(grants, window, input.folder)),
    chooseStyle: os.chooseStyle.handler(() => chooseFile(grants, window, [STYLES])),
    chooseKey: os.chooseKey.handler(() => chooseFile(grants, window, [KEYS, ANY])),
    copy: os.copy.handler(async ({ input }) => {
      await putOnClipboard(input)
      return {}
    }),
    print: os.print.handler(async ({ input: { brief }, errors }) => {
      const { file } = await askCore(core, (client) => client.briefs.page({ brief }))
      const html = Buffer.from(await file.arrayBuffer()).toString('utf8')
      try {
        return { printed: await printPage(html, window) }
      } catch (error) {
        console.error('The system did not print', error)
        throw errors.REFUSED({
          message:
            'The brief was not printed. Nothing was changed. Look whether a printer is set up, or export the brief as a PDF and print that.',
          data: { reason: 'not-printed' },
        })
      }
    }),
    paste: os.paste.handler(({ errors }) => {
      if (!pressed())
        throw errors.REFUSED({
          message: 'The clipboard is read when its button is pressed. Nothing was done. Press it again.',
          data: { reason: 'not-pressed' },
        })
      window.webContents.paste()
      return {}
    }),
    chooseTarget: os.chooseTarget.handler(({ input }) =>
      chooseTarget(grants, window, input.name, input.format),
    ),
    chooseTargets: os.chooseTargets.handler(({ input }) =>
      chooseTargets(grants, window, input.name, input.formats),
    ),
    grantAgain: os.grantAgain.handler(async ({ input, errors }) => {
      const path = await grants.pathOf(input.token, input.inside)
      if (path === null)
        throw errors.REFUSED({ message: 'This file was not chosen here.', data: { reason: 'unknown-grant' } })
      return { chosen: grants.give(path) }
    }),
    reveal: os.reveal.handler(async ({ input, errors }) => {
      const path = await grants.pathOf(input.token, input.inside)
      if (path === null)
        throw errors.REFUSED({ message: 'This file was not chosen here.', data: { reason: 'unknown-grant' } })
      system.showItemInFolder(path)
      return {}
    }),
    chooseLibrary: os.chooseLibrary.handler(() => chooseLibrary(core, window)),
    chooseExported: os.chooseExported.handler(() => chooseExported(grants, window)),
    openLibrary: os.openLibrary.handler(async ({ input, errors }) => {
      const path = await grants.pathOf(input.token)
      if (path === null)
        throw errors.REFUSED({ message: 'This file was not chosen here.', data: { reason: 'unknown-grant' } })
      core.open(path)
      // Nothing of the library before stays on the page; the answer still goes out first.
      setImmediate(() => window.webContents.reload())
      return {}
    }),
    reopen: os.reopen.handler(() => {
      core.open()
      return {}
    }),
    ...looks(os, window),
    leave: os.leave.handler(({ input }) => {
      // Its answer still goes out to the page before the window does.
      setImmediate(() => closing.answered(input.answer))
      return {}
    }),
    openLink: os.openLink.handler(async ({ input, errors }) => {
      if (!mayOpen(input.href))
        throw errors.REFUSED({
          message: 'Only web and mail addresses are opened. Nothing was done.',
          data: { reason: 'bad-address' },
        })
      await system.openExternal(input.href)
      return {}
    }),
  })
}

type Implementing = ReturnType<typeof implement<typeof contract>>

/** How the window looks. */
const looks = (os: Implementing, window: BrowserWindow) => ({
  setTitle: os.setTitle.handler(({ input }) => {
    window.setTitle(input.title)
    return {}
  }),
  setTheme: os.setTheme.handler(({ input }) => {
    nativeTheme.themeSource = input.theme
    return {}
  }),
  setZoom: os.setZoom.handler(({ input }) => {
    window.webContents.setZoomFactor(input.factor)
    return {}
  }),
})

async function chooseSources(
  grants: GrantDesk,
  window: BrowserWindow,
  folder: boolean,
): Promise<{ chosen: Grant[] }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: [folder ? 'openDirectory' : 'openFile', 'multiSelections'],
  })
  return { chosen: filePaths.map((path) => grants.give(path)) }
}

const STYLES: FileFilter = { name: 'CSL', extensions: ['csl'] }
const KEYS: FileFilter = { name: 'KEY', extensions: ['key', 'pem'] }
const ANY: FileFilter = { name: '*', extensions: ['*'] }

async function chooseFile(
  grants: GrantDesk,
  window: BrowserWindow,
  filters: FileFilter[],
): Promise<{ chosen: Grant | null }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters,
  })
  const [path] = filePaths
  return { chosen: path === undefined ? null : grants.give(path) }
}

async function chooseTarget(
  grants: GrantDesk,
  window: BrowserWindow,
  name: string,
  format: TargetFormat,
): Promise<{ chosen: Grant | null }> {
  const ending = ENDINGS[format]
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: ending === null ? fileName(name) : `${fileName(name)}.${ending}`,
    filters: ending === null ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
  })
  return { chosen: filePath === '' ? null : grants.give(filePath) }
}

async function chooseTargets(
  grants: GrantDesk,
  window: BrowserWindow,
  name: string,
  formats: readonly TargetFormat[],
): Promise<{ chosen: Grant[] }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  if (folder === undefined) return { chosen: [] }
  const paths = namesOf(name, formats).map((file) => join(folder, file))
  const there = paths.filter((path) => existsSync(path)).map((path) => basename(path))
  if (there.length > 0 && !(await mayReplace(window, there))) return { chosen: [] }
  return { chosen: paths.map((path) => grants.give(path)) }
}

/** Several formats with one ending are told apart by their names: `Brief.md`, `Brief (pandoc).md`. */
function namesOf(name: string, formats: readonly TargetFormat[]): readonly string[] {
  const title = fileName(name)
  return formats.map((format, at) => {
    const ending = ENDINGS[format]
    const isTaken = formats.slice(0, at).some((before) => ENDINGS[before] === ending)
    return isTaken ? `${title} (${format}).${ending}` : `${title}.${ending}`
  })
}

async function mayReplace(window: BrowserWindow, names: readonly string[]): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      names.length === 1
        ? `“${names[0] ?? ''}” is there already.`
        : 'Files of these names are there already.',
    detail: names.join('\n'),
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

/** Without what some system does not take in a name, and short enough for all. */
const fileName = (title: string): string =>
  title
    .replaceAll(/[\s\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 80) || 'Verbatim'

async function chooseExported(grants: GrantDesk, window: BrowserWindow): Promise<{ chosen: Grant | null }> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
  const [path] = filePaths
  return { chosen: path === undefined ? null : grants.give(path) }
}

async function chooseLibrary(core: CoreHost, window: BrowserWindow): Promise<{ chosen: boolean }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  const [path] = filePaths
  if (path === undefined) return { chosen: false }
  core.open(path)
  return { chosen: true }
}
