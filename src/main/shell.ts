import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { dialog, nativeTheme, shell as system, type BrowserWindow, type MessagePortMain } from 'electron'
import { shell as contract } from '../shared/contract/shell.ts'
import { askCore } from './ask-core.ts'
import {
  ANY,
  chooseExported,
  chooseFile,
  chooseSources,
  chooseTarget,
  chooseTargets,
  KEYS,
  STYLES,
} from './choosing.ts'
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
  return os.router({
    chooseSources: os.chooseSources.handler(({ input }) => chooseSources(grants, window, input.folder)),
    chooseStyle: os.chooseStyle.handler(() => chooseFile(grants, window, [STYLES])),
    chooseKey: os.chooseKey.handler(() => chooseFile(grants, window, [KEYS, ANY])),
    ...words(os, core, window),
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
    ...libraries(os, core, grants, window),
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

/** What goes to the clipboard and the printer, and what comes from the clipboard. */
function words(os: Implementing, core: CoreHost, window: BrowserWindow) {
  const pressed = pressesIn(window)
  return {
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
  }
}

/** Which library the window shows. */
const libraries = (os: Implementing, core: CoreHost, grants: GrantDesk, window: BrowserWindow) => ({
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
})

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

async function chooseLibrary(core: CoreHost, window: BrowserWindow): Promise<{ chosen: boolean }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  const [path] = filePaths
  if (path === undefined) return { chosen: false }
  core.open(path)
  return { chosen: true }
}
