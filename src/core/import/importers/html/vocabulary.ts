import type { MarkType } from '../../../../shared/document/inlines.ts'

/** HTML elements that become marks. */
export const MARK_OF: ReadonlyMap<string, MarkType> = new Map<string, MarkType>([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['code', 'inline-code'],
  ['kbd', 'inline-code'],
  ['samp', 'inline-code'],
  ['tt', 'inline-code'],
  ['mark', 'highlight'],
  ['small', 'small'],
  ['q', 'inline-quotation'],
])

/** Elements that break the line they stand in, whatever stands inside. */
export const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body center details dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section
  summary table caption colgroup tbody td tfoot th thead tr ul xmp`.split(/\s+/),
)

/** Elements whose content is no part of an article. Readings (`rt`) would stand in the middle of words. */
export const DROPPED: ReadonlySet<string> = new Set(
  `head title script style template noscript noframes object embed applet iframe frame frameset canvas audio video
  map area input button select textarea datalist output progress meter dialog svg math rt rp rtc col colgroup
  link meta base source track param`.split(/\s+/),
)
