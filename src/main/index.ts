import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { lockDown } from './lockdown.ts'
import { declareScheme, servePage } from './page.ts'
import { APP_ORIGIN, pageOrigin } from './policy.ts'
import { openWindow } from './window.ts'

/** Set by the development server only; a packaged app shows nothing but its own page. */
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const address = developmentServer ?? `${APP_ORIGIN}/index.html`

function report(error: unknown): void {
  console.error('The window could not be opened.', error)
  app.exit(1)
}

async function start(): Promise<void> {
  await app.whenReady()
  lockDown(app, session.defaultSession, pageOrigin(developmentServer))
  servePage(session.defaultSession, join(import.meta.dirname, '../renderer'))
  await openWindow(address)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(address).catch(report)
  })
}

declareScheme()
// Every renderer is sandboxed; as root, where Chromium has no sandbox, insisting on it would stop its helpers.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
start().catch(report)
