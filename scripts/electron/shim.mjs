/**
 * Opens the app that Electron is told to open: `electron [--flags] FOLDER|FILE`. Stands in for the default app, which
 * the fallback runtime lacks. It cannot load an ES module as main: Node 20.18 has no require() for one.
 */
const MAIN = `
const { app } = require('electron')
const path = require('path')
const fs = require('fs')
const Module = require('module')
process.defaultApp = true
const args = process.argv.slice(1)
if (args.includes('--version')) { console.log('v' + process.versions.electron); process.exit(0) }
const at = args.findIndex((arg) => !arg.startsWith('-'))
if (at < 0) { console.error('Say which app to open.'); process.exit(1) }
const target = path.resolve(args[at])
let main = target
if (fs.statSync(target).isDirectory()) {
  const about = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'))
  app.name = about.productName || about.name || app.name
  if (about.version) app.setVersion(about.version)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', path.join(app.getPath('appData'), app.name))
  app.setAppPath(target)
  main = require.resolve(path.resolve(target, about.main || 'index.js'))
} else app.setAppPath(path.dirname(target))
Module._load(main, Module, true)
`

const FILES = {
  'main.js': MAIN,
  'package.json': JSON.stringify({ name: 'default-app', version: '1.0.0', main: 'main.js' }),
}

/** A file's length as four bytes, padded text in front of it: Chromium's Pickle, which asar uses for its header. */
const pickled = (text) => {
  const bytes = Buffer.from(text)
  const padded = Math.ceil(bytes.length / 4) * 4
  const pickle = Buffer.alloc(16 + padded)
  pickle.writeUInt32LE(4, 0)
  pickle.writeUInt32LE(padded + 8, 4)
  pickle.writeUInt32LE(padded + 4, 8)
  pickle.writeUInt32LE(bytes.length, 12)
  bytes.copy(pickle, 16)
  return pickle
}

/** The shim as an asar archive: a folder in its place would be copied into packaged apps and win over their own. */
export const shimArchive = () => {
  const files = {}
  let offset = 0
  for (const [name, text] of Object.entries(FILES)) {
    const size = Buffer.byteLength(text)
    files[name] = { size, offset: String(offset) }
    offset += size
  }
  return Buffer.concat([
    pickled(JSON.stringify({ files })),
    ...Object.values(FILES).map((text) => Buffer.from(text)),
  ])
}
