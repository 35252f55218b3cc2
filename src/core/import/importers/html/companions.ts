import type { Resources } from '../../extraction.ts'
import type { Companion } from '../../page-folder.ts'
import { pageOfFolder } from '../../page-folder.ts'

/** Finds the pictures that were saved in a folder beside a page by what the page calls them. */
export function companionResources(companions: readonly Companion[]): Resources {
  const byPath = new Map(companions.map(({ path, bytes }) => [path.normalize(), bytes]))
  const folder = companions[0]?.path.split('/', 1)[0]?.normalize() ?? ''
  return (address) => {
    const parts = companions.length === 0 ? null : partsOf(address)
    if (parts === null) return null
    // Page and folder may have been renamed, or moved from where an absolute address says.
    const start = parts.findIndex((part) => part === folder || pageOfFolder(part) !== null)
    const inside = [folder, ...parts.slice(start + 1)].join('/')
    return byPath.get(parts.join('/')) ?? (start < 0 ? undefined : byPath.get(inside)) ?? null
  }
}

/** The steps of an address that leads into the page's own folder; null for every other. */
function partsOf(address: string): string[] | null {
  const plain = address.trim().replace(/^file:\/*/i, '')
  if (plain === '' || plain.length > 4000 || /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(plain)) return null
  const path = unescaped(plain.replace(/[?#].*$/s, '')).replaceAll('\\', '/')
  const parts = path
    .normalize()
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  return parts.includes('..') ? null : parts
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A percent sign that begins no code is part of a name.
    return path
  }
}
