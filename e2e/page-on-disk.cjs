// A browser and nothing else: one window, as a file that is opened from the disk is given.
const { app, BrowserWindow } = require('electron')

void app
  .whenReady()
  .then(() => new BrowserWindow({ show: false, width: 1000, height: 900 }).loadURL('about:blank'))
