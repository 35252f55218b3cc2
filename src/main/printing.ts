import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import { lockSession } from './lockdown.ts'
import { APP_SCHEME, LOOK_POLICY, PRINT_ORIGIN } from './policy.ts'

/**
 * Prints a page of HTML by the system's dialog, from a window of its own that nobody sees: no script runs in it, it
 * reaches nothing, and it is gone afterwards. False where the user called it off; throws where the system cannot.
 */
export async function printPage(html: string, parent: BrowserWindow): Promise<boolean> {
  const window = new BrowserWindow({
    show: false,
    parent,
    webPreferences: {
      session: sessionWith(html),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  try {
    await window.loadURL(`${PRINT_ORIGIN}/`)
    return await printed(window.webContents)
  } finally {
    // With its parent it may be gone already.
    if (!window.isDestroyed()) window.destroy()
  }
}

/** Kept in memory, for this one page. */
function sessionWith(html: string): Session {
  const own = session.fromPartition(`print-${randomUUID()}`)
  lockSession(own, PRINT_ORIGIN)
  own.protocol.handle(
    APP_SCHEME,
    () =>
      new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': LOOK_POLICY,
          'x-content-type-options': 'nosniff',
        },
      }),
  )
  return own
}

const printed = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (success, reason) => {
      if (success) resolve(true)
      else if (/cancel/iu.test(reason)) resolve(false)
      else reject(new Error(reason))
    })
  })
