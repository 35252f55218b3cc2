import { ipcRenderer } from 'electron'

/**
 * Hands the page what main sends: the port to the core, or the sentence that says why there is none. Nothing is
 * exposed; a context bridge could not carry a port, so it goes by a message to the page's own origin.
 */
ipcRenderer.on('core', (event, failure: string | null) => {
  window.postMessage({ verbatim: 'core', failure }, location.origin, event.ports)
})
