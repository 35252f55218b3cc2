import { Menu, type MenuItemConstructorOptions } from 'electron'

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
    { role: 'fileMenu' },
    {
      role: 'editMenu',
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn', label: 'Text larger' },
        { role: 'zoomOut', label: 'Text smaller' },
        { role: 'resetZoom', label: 'Text as usual' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : developing),
      ],
    },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
