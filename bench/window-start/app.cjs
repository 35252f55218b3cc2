// The built app as it is, watched from beside.
const path = require('node:path')
const { app } = require('electron')
const { tellWhenUsable } = require('./usable.cjs')

const ROOT = path.join(__dirname, '..', '..')

app.setAppPath(ROOT)
app.once('browser-window-created', (_event, window) =>
  tellWhenUsable(window, "document.querySelectorAll('[role=option]').length === 3"),
)
require(path.join(ROOT, 'out', 'app', 'main', 'index.cjs'))
