import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'

/** The least size at which every pane has room. */
const LEAST = { minWidth: 900, minHeight: 600 }

/** Makes the window and shows it with its first painted frame, so that it never flashes white. */
export async function openWindow(
  address: string,
  prepare: (window: BrowserWindow) => void,
): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    autoHideMenuBar: true,
    ...LEAST,
    show: false,
    title: 'Verbatim',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151412' : '#f3f0ea',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spell checker would fetch dictionaries from the network.
      spellcheck: false,
    },
  })
  prepare(window)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(address)
  return window
}
