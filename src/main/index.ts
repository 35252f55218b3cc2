import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { defaultLibrary } from '../core/library/paths.ts'
import { Connection } from './connection.ts'
import { CoreHost } from './core-host.ts'
import { lockDown } from './lockdown.ts'
import { looksFrom } from './looks.ts'
import { setMenu } from './menu.ts'
import { declareScheme, servePage } from './page.ts'
import { APP_ORIGIN, pageOrigin } from './policy.ts'
import { shellFor } from './shell.ts'
import { openWindow } from './window.ts'

/** Set by the development server only; a packaged app shows nothing but its own page. */
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const address = developmentServer ?? `${APP_ORIGIN}/index.html`
const origin = pageOrigin(developmentServer)

/** Whether the app is to end once its windows are closed. */
let quitting = false

function report(error: unknown): void {
  console.error('The window could not be opened.', error)
  app.exit(1)
}

async function start(): Promise<void> {
  await app.whenReady()
  const connections = new Set<Connection>()
  const core = new CoreHost(
    resolve(defaultLibrary(process.env, process.platform, homedir())),
    join(app.getAppPath(), 'resources', 'fonts'),
    () => connections.forEach((each) => each.tellState()),
  )
  app.on('will-quit', () => core.close())
  lockDown(app, session.defaultSession, origin)
  servePage(session.defaultSession, join(import.meta.dirname, '../renderer'), looksFrom(core))
  const serveShell = shellFor(core)
  const open = async (): Promise<void> => {
    await openWindow(address, (window) => {
      const connection = new Connection(window, core, serveShell, origin, () => (quitting = false))
      connections.add(connection)
      window.once('closed', () => connections.delete(connection))
    })
  }
  // The core takes as long as the page: it is started first, and goes on beside the making of the window.
  core.open()
  const opening = open()
  setMenu(app.isPackaged)
  await opening
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open().catch(report)
  })
}

declareScheme()
// Every renderer is sandboxed; as root, where Chromium has no sandbox, insisting on it would stop its helpers.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// Settings and caches of the window; a test names a folder of its own.
const userData = app.commandLine.getSwitchValue('verbatim-user-data')
if (userData !== '') app.setPath('userData', resolve(userData))
app.on('before-quit', () => (quitting = true))
// A window that was held back until all was stored goes on quitting where it stopped.
app.on('window-all-closed', () => {
  if (quitting || process.platform !== 'darwin') app.quit()
})
start().catch(report)
