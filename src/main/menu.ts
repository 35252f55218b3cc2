import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { TextSizeStep, Told } from '../shared/contract/page.ts'

const developing: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]

/**
 * The menu bar: what the system expects of every program. The page’s own acts have their keys in the page, which
 * comes first wherever both know a key.
 */
export function setMenu(isPackaged: boolean): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const template: MenuItemConstructorOptions[] = [
    ...mac,
    {
      role: 'fileMenu',
      label: 'File',
      submenu: [
        teller('Export…', 'CommandOrControl+Shift+E', { verbatim: 'brief', act: 'export' }),
        teller('Export again', 'CommandOrControl+Alt+Shift+E', { verbatim: 'brief', act: 'export-again' }),
        teller('Print…', 'CommandOrControl+P', { verbatim: 'brief', act: 'print' }),
        { type: 'separator' },
        ...(process.platform === 'darwin' ? [{ role: 'close' } as const] : [{ role: 'quit' } as const]),
      ],
    },
    {
      role: 'editMenu',
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        teller('Copy as Markdown', null, { verbatim: 'brief', act: 'copy-markdown' }),
        teller('Copy as rich text', null, { verbatim: 'brief', act: 'copy-rich-text' }),
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        textSize('Text larger', 'CommandOrControl+Plus', 'larger'),
        textSize('Text smaller', 'CommandOrControl+-', 'smaller'),
        textSize('Text as usual', 'CommandOrControl+0', 'usual'),
        { type: 'separator' },
        teller('Focus mode', 'CommandOrControl+Shift+D', { verbatim: 'focus-mode' }),
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : developing),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', label: 'Help', submenu: [teller('About Verbatim', null, { verbatim: 'about' })] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** The page keeps the size, so it is told and answers by its shell. */
const textSize = (label: string, accelerator: string, step: TextSizeStep): MenuItemConstructorOptions =>
  teller(label, accelerator, { verbatim: 'text-size', step })

/** Tells the page of the window that is in front. */
function teller(label: string, accelerator: string | null, told: Told): MenuItemConstructorOptions {
  return {
    label,
    ...(accelerator === null ? {} : { accelerator }),
    click: (_item, window) => {
      if (window instanceof BrowserWindow) window.webContents.postMessage('told', told)
    },
  }
}
