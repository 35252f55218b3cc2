// The peer: Electron with an empty window, and nothing else.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')
const { tellWhenUsable } = require('./usable.cjs')

const open = async () => {
  await app.whenReady()
  const window = new BrowserWindow({ width: 1440, height: 900 })
  tellWhenUsable(window, 'document.body !== null')
  await window.loadFile(path.join(__dirname, 'bare.html'))
}

app.setPath('userData', app.commandLine.getSwitchValue('verbatim-user-data'))
void open()
