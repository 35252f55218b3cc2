import { isName, isOutlet } from '../../byline.ts'

/** Who sent a message: a person, an outlet, or a person of an outlet. */
export interface Sender {
  readonly authors: readonly string[]
  readonly publication: string | null
}

const PERSON_OF =
  /^(.{2,80}?)(?:\s+(?:from|at|of|via|@|von|de|bei|chez)\s+|\s*[|•·]\s*|\s+[–—-]\s+)(\S.{0,120})$/u

/**
 * The sender by the name beside the address (`From`), and by the name of the
 * list (`List-Id`). Without a name the address's host is all that is known.
 */
export function senderOf(from: string, list: string | null): Sender {
  const { name, host } = mailbox(from)
  const listed = listName(list)
  if (name === '') return { authors: [], publication: listed ?? host }
  const [, person = '', outlet = ''] = PERSON_OF.exec(name) ?? []
  if (isPerson(person)) return { authors: [person], publication: outlet }
  if (isPerson(reversed(name))) return { authors: [reversed(name)], publication: listed }
  return { authors: [], publication: name }
}

const isPerson = (name: string): boolean => isName(name) && name.includes(' ') && !isOutlet(name)

/** "Marrow, Ilse" as offices write it. */
function reversed(name: string): string {
  const [family = '', given = '', ...more] = name.split(/\s*,\s*/)
  return given !== '' && more.length === 0 && isName(family) && isName(given) ? `${given} ${family}` : name
}

/** The first of the mailboxes. Comments in brackets are old-fashioned names. */
function mailbox(from: string): { name: string; host: string | null } {
  const angled = /^([^<]{0,400})<([^<>]{0,320})>/.exec(from)
  const address = angled?.[2] ?? /[^\s<>()",;]{1,200}@[^\s<>()",;]{1,200}/.exec(from)?.[0] ?? ''
  const given = angled?.[1] ?? /\(([^()]{1,200})\)/.exec(from)?.[1] ?? ''
  const name = unquoted(given)
  const host = address.split('@')[1]?.trim().toLowerCase() ?? ''
  return { name: name.includes('@') ? '' : name, host: host === '' ? null : host }
}

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^'(.*)'$/, '$1')
    .trim()

/** `The Tidewater Courier <weekly.courier.example>`; a bare identifier is no name. */
function listName(list: string | null): string | null {
  const name = unquoted(/^([^<]{1,200})</.exec(list ?? '')?.[1] ?? '')
  return name === '' || /^[\w.-]*\d[\w.-]*$/.test(name) ? null : name
}
