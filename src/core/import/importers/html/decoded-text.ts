import { parseFragment } from 'parse5'

const MARKUP = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi
const TAG = /<\/?(?:i|em|b|strong|span|sup|sub|small|br|q|cite)(?:\s[^<>]{0,200})?\/?>/gi
const LONGEST = 2000

/**
 * Words of a page's data as they are meant: many publishers write them as HTML inside JSON or inside an attribute, so
 * that `&#8217;` or `<em>` stands among them. A lone `&` or `<` stays.
 */
export function decodedText(value: string): string {
  if (value.length > LONGEST) return value
  return value.replace(TAG, '').replace(MARKUP, decodedReference)
}

function decodedReference(reference: string): string {
  const [node] = parseFragment(reference).childNodes
  return node !== undefined && 'value' in node ? node.value : reference
}
