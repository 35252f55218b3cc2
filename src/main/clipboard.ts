import { clipboard, ClipboardItem } from 'electron'

/** Words, and with `html` the same in rich form. */
export interface Copied {
  readonly text: string
  readonly html?: string | undefined
}

/** The clipboard of Electron 33, the oldest that this runs on (decision 8). */
interface OlderClipboard {
  readonly write: (data: { readonly text: string; readonly html: string }) => void
}

/** Puts words on the system's clipboard, all forms of them at once. */
export async function putOnClipboard({ text, html }: Copied): Promise<void> {
  if (html === undefined) return clipboard.writeText(text)
  const isOlder = (ClipboardItem as unknown) === undefined
  if (isOlder) return (clipboard as unknown as OlderClipboard).write({ text, html })
  return clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })])
}
