import { expect, test } from 'vitest'
import {
  APP_ORIGIN,
  CONTENT_SECURITY_POLICY,
  fileOf,
  isTrustedSender,
  LOOK_POLICY,
  lookAt,
  mayNavigate,
  mayOpen,
  mayRequest,
  mediaTypeOf,
  pageOrigin,
  policyOf,
} from './policy.ts'

test('the page is at its own scheme, or at the development server', () => {
  expect(pageOrigin(undefined)).toBe(APP_ORIGIN)
  expect(pageOrigin('http://localhost:5173/index.html')).toBe('http://localhost:5173')
})

test.each([
  'https://example.org/',
  'app://other/index.html',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://localhost:5173/',
  'not an address',
])('a window does not go to %s', (address) => {
  expect(mayNavigate(address, APP_ORIGIN)).toBe(false)
})

test('a window may reload itself', () => {
  expect(mayNavigate('app://verbatim/index.html#sources', APP_ORIGIN)).toBe(true)
})

test('the worker that checks spelling may run WebAssembly, and nothing else may', () => {
  expect(policyOf('assets/spell-worker-VeICMNab.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  )
  for (const file of [
    'index.html',
    'assets/index-1.js',
    'assets/hunspell-1.js',
    'assets/spell-worker-1.html',
    'spell-worker-1.js',
    'assets/spell-worker-1/index.html',
    'x/assets/spell-worker-1.js',
  ])
    expect(policyOf(file)).toBe(CONTENT_SECURITY_POLICY)
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|connect-src/)
})

test('a frame inside the page is not trusted, nor another page', () => {
  expect(isTrustedSender({ url: 'app://verbatim/index.html', isTop: true }, APP_ORIGIN)).toBe(true)
  expect(isTrustedSender({ url: 'app://verbatim/index.html', isTop: false }, APP_ORIGIN)).toBe(false)
  expect(isTrustedSender({ url: 'https://example.org/', isTop: true }, APP_ORIGIN)).toBe(false)
})

test.each([
  ['app://verbatim/', 'index.html'],
  ['app://verbatim/index.html', 'index.html'],
  ['app://verbatim/assets/page-1.js?v=1#x', 'assets/page-1.js'],
])('%s is the file %s', (address, file) => {
  expect(fileOf(address)).toBe(file)
})

test.each([
  'app://other/index.html',
  'https://verbatim/index.html',
  'app://verbatim/%2e%2e/%2e%2e/etc/passwd%00',
  'app://verbatim/a/..%2f..%2fetc/passwd',
  'app://verbatim/..%5c..%5cwindows',
  'app://verbatim/C:/windows',
  'app://verbatim/%',
])('%s is no file', (address) => {
  expect(fileOf(address)).toBe(null)
})

test('an unknown ending is never a script', () => {
  expect(mediaTypeOf('index.html')).toContain('text/html')
  expect(mediaTypeOf('notes.exe')).toBe('application/octet-stream')
})

test('the policy lets no inline script, no connection and no frame but a saved page’s through', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe')
  expect(CONTENT_SECURITY_POLICY).not.toContain('connect-src')
  expect(CONTENT_SECURITY_POLICY).toContain('frame-src app://original;')
})

test('a saved page runs nothing, sends nothing and fetches nothing', () => {
  const rules = LOOK_POLICY.split('; ')
  expect(rules).toContain("default-src 'none'")
  expect(rules).toContain("form-action 'none'")
  expect(rules).toContain('sandbox')
  expect(LOOK_POLICY).not.toMatch(/script-src|http|blob:|allow-/)
})

test('a frame shows a saved page of the library and nothing else', () => {
  const look = 'app://original/src_1/2'
  expect(lookAt(look)).toEqual({ source: 'src_1', version: 2 })
  expect(mayNavigate(look, APP_ORIGIN, true)).toBe(true)
  expect(mayRequest(look, APP_ORIGIN)).toBe(true)
  expect(mayNavigate(look, APP_ORIGIN)).toBe(false)
  const others = [
    'app://original/',
    'app://original/a/0',
    'app://original/a/1/b',
    'app://verbatim/index.html',
  ]
  for (const address of [...others, 'app://originals/a/1', 'https://original/a/1', 'data:text/html,x'])
    expect(mayNavigate(address, APP_ORIGIN, true)).toBe(false)
})

test('the policy lets pictures through as bytes in hand only', () => {
  expect(CONTENT_SECURITY_POLICY.split('; ').filter((rule) => rule.startsWith('img-src'))).toEqual([
    'img-src blob:',
  ])
  expect(CONTENT_SECURITY_POLICY.replace('img-src blob:', '')).not.toMatch(/blob:|data:|http/)
})

test.each(['https://example.org/a', 'http://example.org', 'mailto:desk@example.org'])(
  '%s is opened',
  (address) => {
    expect(mayOpen(address)).toBe(true)
  },
)

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'vscode://x',
  'app://verbatim/',
  'www',
  '',
])('%s is not opened', (address) => {
  expect(mayOpen(address)).toBe(false)
})

test('only the page itself is loaded', () => {
  expect(mayRequest('app://verbatim/assets/a.js', APP_ORIGIN)).toBe(true)
  expect(mayRequest('data:image/png;base64,', APP_ORIGIN)).toBe(true)
  expect(mayRequest('ws://localhost:5173/', 'http://localhost:5173')).toBe(true)
  for (const address of ['https://example.org/', 'wss://example.org/', 'file:///etc/passwd', 'ftp://a/', 'x'])
    expect(mayRequest(address, APP_ORIGIN)).toBe(false)
})
