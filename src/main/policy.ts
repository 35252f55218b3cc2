/** Where the app's own page lives. A scheme of its own, so that no file of the machine has an address here. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://verbatim'

/** Where originals of saved pages are shown from: another origin, so that nothing there is the app's own. */
export const LOOK_HOST = 'original'
const LOOK_ORIGIN = `${APP_SCHEME}://${LOOK_HOST}`

/** Where a page that is being printed is shown from, in a session of its own. */
export const PRINT_ORIGIN = `${APP_SCHEME}://print`

/** What the page may load: itself. No script in the page's text, no frames but a saved page's, no network. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // Pictures of saved articles, handed to the page as bytes; none has an address of its own.
  'img-src blob:',
  `frame-src ${LOOK_ORIGIN}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * What the worker that checks spelling may do, and it alone: run the checker, which is a program in WebAssembly, and
 * read the dictionaries beside the page. It sees no document, and what it is asked are words.
 */
const SPELL_WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ')

/** The policy that a file under the page's folder comes with: a worker has that of its own script. */
export const policyOf = (file: string): string =>
  /^assets\/spell-worker-[\w-]+\.js$/.test(file) ? SPELL_WORKER_POLICY : CONTENT_SECURITY_POLICY

/**
 * What a saved page may do in its frame: show what it holds. The sandbox has no exception: no script, no form, no
 * window, an origin that is like no other.
 */
export const LOOK_POLICY = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ')

/** The source and version whose look an address names; null for every other address. */
export function lookAt(address: string): { readonly source: string; readonly version: number } | null {
  if (originOf(address) !== LOOK_ORIGIN) return null
  const [, source, version] =
    /^\/([A-Za-z0-9_-]{1,100})\/([1-9]\d{0,8})$/.exec(new URL(address).pathname) ?? []
  return source === undefined ? null : { source, version: Number(version) }
}

/** The origin that a window may show: the built page, or the development server while one is running. */
export function pageOrigin(developmentServer: string | undefined): string {
  return developmentServer === undefined ? APP_ORIGIN : new URL(developmentServer).origin
}

/** `URL.origin` is `null` for a scheme of one's own, so scheme and host are compared by hand. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

/** A window stays on its page: every other address is refused, whoever asks. A frame shows a saved page, and stays there. */
export function mayNavigate(address: string, origin: string, inFrame = false): boolean {
  return inFrame ? lookAt(address) !== null : originOf(address) === origin
}

/** Only the top frame of the app's own page may talk to main. */
export function isTrustedSender(
  sender: { readonly url: string; readonly isTop: boolean },
  origin: string,
): boolean {
  return sender.isTop && originOf(sender.url) === origin
}

/** What Chromium itself may load for a page: what the page brought, and nothing from a network. */
export function mayRequest(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  if (lookAt(address) !== null) return true
  if (['data:', 'blob:', 'devtools:'].includes(protocol)) return true
  // The development server tells of changed files over its own socket.
  return originOf(address) === origin || `${protocol.replace('ws', 'http')}//${host}` === origin
}

const OPENED = new Set(['http:', 'https:', 'mailto:'])

/** What is handed to the system's browser or mail program: nothing that could start another program. */
export function mayOpen(address: string): boolean {
  return URL.canParse(address) && OPENED.has(new URL(address).protocol)
}

/**
 * The file under the page's folder that an address names, as a relative path with forward slashes, or null when it
 * names none: another host, a way out of the folder, a NUL byte, a back slash (a separator on Windows).
 */
export function fileOf(address: string): string | null {
  if (originOf(address) !== APP_ORIGIN) return null
  const path = decoded(new URL(address).pathname)
  if (path === null || /[\0\\:]/.test(path)) return null
  const parts = path.split('/').filter((part) => part !== '')
  if (parts.some((part) => part === '..' || part === '.')) return null
  return parts.length === 0 ? 'index.html' : parts.join('/')
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    // A percent sign that begins no code: no file of ours has such an address.
    return null
  }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
}

/** Media type by the file's ending; what the page does not need is sent as bytes that no browser runs. */
export function mediaTypeOf(file: string): string {
  const ending = /\.([a-z0-9]+)$/.exec(file)?.[1] ?? ''
  return MEDIA_TYPES[ending] ?? 'application/octet-stream'
}
