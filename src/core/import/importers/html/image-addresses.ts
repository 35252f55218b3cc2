import type { PageElement } from './page.ts'

/** Attributes in which pages keep the address of a picture that is loaded late, or larger. */
const LATE = /^data-(?:[a-z-]{0,20}-)?(?:src|original|lazy|image|full|large|zoom|hi-?res)(?:-[a-z-]{0,20})?$/
const VARIABLE = /^[^()]{0,2000}\bbackground(?:-image)?\s*:\s*var\(\s*(--[\w-]{1,60})/i
const MOST = 40

/**
 * Every address at which a page says that one picture is, in the order of
 * trust: what the page shows, the sources around it, what it loads late.
 * `sources` are those of a `picture` around it; `variables` are pictures that
 * the page's styles hold by name, as SingleFile keeps what stands twice.
 */
export function imageAddresses(
  image: PageElement,
  sources: readonly PageElement[],
  variables: ReadonlyMap<string, string>,
): string[] {
  const { attributes } = image
  const named = VARIABLE.exec(attributes.get('style') ?? '')?.[1]
  const late = [...attributes].filter(([name]) => LATE.test(name)).map(([, value]) => value)
  const sets = [image, ...sources].flatMap((element) =>
    ['srcset', 'data-srcset', 'data-lazy-srcset'].flatMap((name) =>
      addressesIn(element.attributes.get(name) ?? ''),
    ),
  )
  const all = [
    ...[image, ...sources].map((element) => element.attributes.get('src') ?? ''),
    variables.get(named ?? '') ?? '',
    ...sets,
    ...late,
  ]
  return [...new Set(all.map((address) => address.trim()))].filter((address) => address !== '').slice(0, MOST)
}

/** The addresses of a `srcset`; an address may hold commas, and ends at a space. */
export function addressesIn(srcset: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < srcset.length && found.length < MOST) {
    while (/[\s,]/.test(srcset[at] ?? '')) at += 1
    const start = at
    while (at < srcset.length && !/\s/.test(srcset[at] ?? '')) at += 1
    const written = srcset.slice(start, at)
    const address = written.replace(/,{1,100}$/, '')
    if (address !== '') found.push(address)
    if (address !== written) continue
    while (at < srcset.length && srcset[at] !== ',') at += 1
  }
  return found
}

const HELD = /(--[\w-]{1,60})\s*:\s*url\(\s*["']?(data:image\/[^"')\s]+)/gi

/** Pictures that style sheets hold as data, by the name of their variable. */
export function imageVariables(styles: readonly string[]): ReadonlyMap<string, string> {
  const held = new Map<string, string>()
  for (const style of styles)
    for (const [, name = '', address = ''] of style.matchAll(HELD))
      if (!held.has(name)) held.set(name, address)
  return held
}
