// A program for Electron: shows an empty page and says by its exit whether the system keeps that page in a sandbox.
const { readFileSync } = require('node:fs')
const { app, BrowserWindow } = require('electron')

const LIMIT_MS = 20_000

setTimeout(() => app.exit(2), LIMIT_MS)
app.enableSandbox()

const look = async () => {
  await app.whenReady()
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,')
  // Elsewhere than on Linux Chromium's sandbox asks for nothing of the user.
  if (process.platform !== 'linux') return true
  const status = readFileSync(`/proc/${window.webContents.getOSProcessId()}/status`, 'utf8')
  return /^Seccomp:\s*2$/m.test(status)
}

look().then(
  (holds) => app.exit(holds ? 0 : 1),
  () => app.exit(2),
)
