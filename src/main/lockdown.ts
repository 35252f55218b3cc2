import type { App, Session, WebContents } from 'electron'
import { mayNavigate, mayRequest } from './policy.ts'

/** No page gets a permission: camera, notifications, clipboard reading and the rest are all refused. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** The page's policy refuses first; this holds where a page's policy does not reach. */
function denyNetwork(session: Session, origin: string): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, origin) }))
}

/** A page opens no window, holds no webview and goes nowhere else. */
function keepOnPage(contents: WebContents, origin: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, origin, !event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, origin)) event.preventDefault()
  })
}

/** Closes what Chromium leaves open for the pages of a session. */
export function lockSession(session: Session, origin: string): void {
  denyPermissions(session)
  denyNetwork(session, origin)
  session.setSpellCheckerEnabled(false)
}

/** The same for the app's own session, and for every page that will ever be made. */
export function lockDown(app: App, session: Session, origin: string): void {
  lockSession(session, origin)
  app.on('web-contents-created', (_event, contents) => keepOnPage(contents, origin))
}
