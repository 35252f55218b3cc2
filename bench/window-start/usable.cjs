const LISTENING = 'The page listens.'

/** An expression of the page that ends once `isThere` is drawn and a key has come. */
const watch = (isThere) => `new Promise((resolve) => {
  const look = () => (${isThere}) ? requestAnimationFrame(() => setTimeout(listen)) : setTimeout(look, 2)
  const listen = () => {
    addEventListener('keydown', () => resolve(), { once: true, capture: true })
    console.log(${JSON.stringify(LISTENING)})
  }
  look()
})`

/** Prints one line, `usable`, once a window has drawn what it is for and a key pressed in it has reached its page. */
const tellWhenUsable = ({ webContents }, isThere) => {
  webContents.on('console-message', (...given) => {
    // Newer versions tell the message in the event.
    if (given[2] !== LISTENING && given[0].message !== LISTENING) return
    webContents.focus()
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Down' })
  })
  webContents.once('dom-ready', async () => {
    await webContents.executeJavaScript(watch(isThere))
    process.stdout.write('usable\n')
  })
}

module.exports = { tellWhenUsable }
