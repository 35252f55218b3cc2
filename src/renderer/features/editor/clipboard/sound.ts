import { CitationFields, LinkedQuoteFields } from '../../../../shared/brief/schema.ts'

/**
 * Whether a text is nodes that briefs have, each such as the stored form allows: any program can say that it is a brief.
 */
export function isSound(data: string): boolean {
  try {
    const { nodes } = JSON.parse(data) as { readonly nodes?: unknown }
    return Array.isArray(nodes) && nodes.every((node) => isSoundNode(node, 0))
  } catch {
    return false
  }
}

const TYPES = new Set(
  `text linebreak tab paragraph heading list listitem brief-list-item quote link table tablerow tablecell code horizontalrule linked-quote
   linked-quote-block citation set-aside footnote footnote-reference image`.split(/\s+/u),
)
const DEEPEST = 100

function isSoundNode(node: unknown, depth: number): boolean {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return false
  const { type, children } = node as { readonly type?: unknown; readonly children?: unknown }
  if (typeof type !== 'string' || !TYPES.has(type)) return false
  // The editor would take over more nodes from there; briefs have none.
  if ('$slots' in node) return false
  if (!isSoundLeaf(type, node)) return false
  return (
    children === undefined ||
    (Array.isArray(children) && children.every((child) => isSoundNode(child, depth + 1)))
  )
}

/** What the stored form asks of nodes beyond their type. The editor leaves out what is as it is by itself. */
function isSoundLeaf(type: string, node: object): boolean {
  switch (type) {
    case 'linked-quote':
    case 'linked-quote-block':
      return LinkedQuoteFields.safeParse({ pin: null, translation: null, ...node }).success
    case 'citation':
      return CitationFields.safeParse(node).success
    case 'footnote':
    case 'footnote-reference':
      return 'label' in node && typeof node.label === 'string' && node.label !== ''
    case 'link':
      return 'url' in node && isAddress(node.url)
    case 'text':
      return 'text' in node && typeof node.text === 'string'
    case 'heading':
      return 'tag' in node && ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(String(node.tag))
    case 'list':
      return 'listType' in node && ['number', 'bullet', 'check'].includes(String(node.listType))
    case 'code':
      return isTextOrNone(fieldOf(node, 'language')) && isTextOrNone(fieldOf(node, 'meta'))
    case 'image':
      return isImage(fieldOf(node, 'blob'), fieldOf(node, 'address'))
    default:
      return true
  }
}

const fieldOf = (node: object, name: string): unknown => Object.getOwnPropertyDescriptor(node, name)?.value

const isTextOrNone = (value: unknown): boolean => value == null || typeof value === 'string'

const isImage = (blob: unknown, address: unknown): boolean =>
  blob == null ? isAddress(address) : typeof blob === 'string' && /^[0-9a-f]{64}$/u.test(blob)

const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && !LEADS_ELSEWHERE.test(value.trim())

/** Schemes other than those of pages and mail; an address without one stays as its author wrote it. */
const LEADS_ELSEWHERE = /^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:|\p{Cc}/iu
