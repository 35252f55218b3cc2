import { ipcRenderer, webUtils } from 'electron'

/*
 * Hands the page what main sends: its ports, by a message to the page's own origin, for a context bridge could not
 * carry a port. Nothing is exposed. A page is told only after it has said that it listens.
 */

ipcRenderer.on('told', (event, told: unknown) => window.postMessage(told, location.origin, event.ports))

window.addEventListener('message', ({ source, data }) => {
  if (source === window && data === 'verbatim-listening') ipcRenderer.send('listening')
})

/* A page cannot know where a file lies; main is told, and the page is given tokens. */
window.addEventListener('drop', (event) => {
  if (!event.isTrusted) return
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length > 0)
    ipcRenderer.send(
      'dropped',
      files.map((file) => webUtils.getPathForFile(file)),
    )
})
