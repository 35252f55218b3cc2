import type { Resources } from '../../extraction.ts'
import { leaves, type Part } from './parts.ts'

/** For addresses relative to a message that has none of its own, as RFC 2557 has it. */
const NOWHERE = 'thismessage:/'

/**
 * What a page finds in the message that it stands in: by `cid:` and a part's
 * `Content-ID`, or by its `Content-Location`. `base` is the page's own address.
 */
export function resourcesIn(root: Part, base: string | null): Resources {
  const byId = new Map<string, Part>()
  const byLocation = new Map<string, Part>()
  for (const part of leaves(root)) {
    const id = idOf(part)
    if (id !== null && !byId.has(id)) byId.set(id, part)
    const location = part.headers.words('content-location')
    const address = location === null ? null : resolved(location, base)
    if (address !== null && !byLocation.has(address)) byLocation.set(address, part)
  }
  return (written) => {
    const address = written.trim()
    if (address === '' || address.startsWith('data:')) return null
    const id = /^cid:/i.test(address) ? unescaped(address.slice(4)) : null
    const found = id === null ? byLocation.get(resolved(address, base) ?? '') : byId.get(id)
    return found?.bytes() ?? null
  }
}

/** A part's `Content-ID` without its angle brackets. */
export const idOf = ({ headers }: Part): string | null =>
  headers.raw('content-id')?.replace(/^<|>$/g, '').trim() ?? null

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    // A percent sign that begins no code belongs to the name.
    return id
  }
}

/** Long addresses are folded, and some programs leave the white space in. */
function resolved(address: string, base: string | null): string | null {
  const whole = address.replace(/\s+/g, '')
  const from = base !== null && URL.canParse(base) ? base : NOWHERE
  if (!URL.canParse(whole, from)) return null
  const url = new URL(whole, from)
  url.hash = ''
  return url.href
}
