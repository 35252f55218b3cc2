import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '../../../../shared/document/document.ts'
import { childrenOf } from '../../../../shared/document/document.ts'
import { isSafeLink } from '../../../../shared/document/link.ts'
import { DocumentSchema } from '../../../../shared/document/schema.ts'
import { readHtml } from '../html.ts'

/** Each with a name of what it tries; `run()` stands for what must never run and is nowhere among the words. */
const PAYLOADS: readonly (readonly [string, string])[] = [
  ['a handler', '<img src=x onerror=run()>'],
  ['a handler without a space', '<img/src/onerror=run()//>x'],
  ['a handler on an unknown element', '<x-a onclick=run()>x</x-a><b"x onload=run()>x'],
  ['a handler that waits', '<details open ontoggle=run()><summary>x</summary>y</details>'],
  ['a handler on moving words', '<marquee onstart=run()>x</marquee>'],
  ['a script', '<script>run()</script><script src="javascript:run()"></script>'],
  ['a module and its map', '<script type=module>run()</script><script type=importmap>{"a":"run()"}</script>'],
  ['a script split by a null', '<scr\0ipt onload=run()>x</scr\0ipt><script \0 src="run()">run()</script>'],
  ['a javascript: link', '<a href="javascript:run()">x</a><area href="javascript:run()">'],
  ['one in capitals', '<a href="JaVaScRiPt:run()">x</a>'],
  ['one of character references', '<a href="&#106;&#x61;vascript&colon;run()">x</a>'],
  ['one with white space inside', '<a href=" &#1;java&Tab;scr&NewLine;ipt:run()">x</a>'],
  ['one with a null inside', '<a href="java\0script:run()">x</a>'],
  ['one in the wrong namespace', '<svg><a xlink:href="javascript:run()"><text>x</text></a></svg>'],
  [
    'one behind a view of the source',
    '<a href="view-source:javascript:run()">x</a><a href="jar:javascript:run()">x</a>',
  ],
  ['a data: page', '<a href="data:text/html,<script>run()</script>">x</a>'],
  ['a data: page of base64', '<a href="data:text/html;base64,cnVuKCk=">x</a>'],
  [
    'a blob:, file: or vbscript: link',
    '<a href="vbscript:run()">x</a><a href="file:///etc/run()">y</a><a href="blob:run()">z</a>',
  ],
  ['a ping', '<a href="https://ex.org/" ping="https://ex.org/run()">x</a>'],
  ['SVG with a script', '<svg onload=run()><script>run()</script><set onbegin=run() /></svg>'],
  ['SVG with a page inside', '<svg><foreignObject><iframe srcdoc="run()"></iframe></foreignObject></svg>'],
  ['SVG that animates a link', '<svg><a><animate attributeName=href values="javascript:run()"/></a></svg>'],
  ['SVG that uses another', '<svg><use href="data:image/svg+xml,<svg onload=run()>"/></svg>'],
  ['an SVG picture', '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" alt="x">'],
  [
    'MathML with a page inside',
    '<math><annotation-xml encoding="text/html"><script>run()</script></annotation-xml></math>',
  ],
  [
    'MathML with a link',
    '<math href="javascript:run()"><maction actiontype="statusline#run()" xlink:href="javascript:run()">x</maction></math>',
  ],
  ['a page in an attribute', '<iframe srcdoc="<script>run()</script>"></iframe>'],
  [
    'frames',
    '<iframe src="javascript:run()"></iframe><frameset onload=run()><frame src="javascript:run()"></frameset>',
  ],
  [
    'a plug-in',
    '<object data="javascript:run()"><param name=run()></object><embed src="javascript:run()"><applet code=run()>',
  ],
  [
    'data-* of a framework',
    '<div data-bind="run()" data-ng-app data-x=\'{"onload":"run()"}\' ng-click=run() v-on:click=run() @click=run()>x</div>',
  ],
  [
    'CSS in an attribute',
    '<p style="background:url(javascript:run());width:expression(run());-moz-binding:url(run())">x</p>',
  ],
  ['CSS in an element', '<style>@import "javascript:run()";*{background:url("javascript:run()")}</style>'],
  [
    'CSS from elsewhere',
    '<link rel=stylesheet href="javascript:run()"><link rel=import href="run()"><link rel=prefetch href="run()">',
  ],
  ['a base', '<base href="javascript:run()//"><a href="x">x</a>'],
  ['a base of data', '<base href="data:text/html,run()"><a href="#x">x</a><img src=run() alt="">'],
  [
    'a refresh',
    '<meta http-equiv=refresh content="0;url=javascript:run()"><meta http-equiv=Set-Cookie content="run()">',
  ],
  [
    'a form',
    '<form action="javascript:run()"><input type=submit formaction="javascript:run()" value="run()"><button formaction="javascript:run()">x</button></form>',
  ],
  [
    'a form that reaches back',
    '<form id=f></form><button form=f formaction="javascript:run()">x</button><isindex action="javascript:run()">',
  ],
  [
    'focus',
    '<input autofocus onfocus=run()><select autofocus onfocus=run()><textarea onfocus=run()>run()</textarea></select>',
  ],
  [
    'media',
    '<video src=javascript:run() poster="javascript:run()" onerror=run()><source onerror=run()></video><audio src onerror=run()>',
  ],
  [
    'sizes of a picture',
    '<picture><source srcset="javascript:run() 2x"><img srcset="javascript:run() 2x, data:text/html,run() 3x" alt=""></picture>',
  ],
  ['words for no script', '<noscript><p title="</noscript><img src=x onerror=run()>">x</p></noscript>'],
  [
    'words for no script that mutate',
    '<noscript><style></noscript><img src=x onerror=run()></style></noscript>',
  ],
  ['a template', '<template><script>run()</script><img src=x onerror=run()></template>'],
  ['a template in a selection', '<select><template><script>run()</script></template></select>'],
  [
    'a shadow tree',
    '<div><template shadowrootmode=open><script>run()</script><img src onerror=run()>x</template></div>',
  ],
  [
    'MathML that turns into HTML',
    '<math><mtext><table><mglyph><style><img src=x onerror=run()></style></mglyph></table></mtext></math>',
  ],
  [
    'MathML that turns through forms',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=run()>',
  ],
  ['SVG that turns into HTML', '<svg></p><style><a title="</style><img src=1 onerror=run()>"></svg>'],
  ['a comment in SVG', '<svg><style><!--</style><img src=x onerror=run()>--></style></svg>'],
  ['CDATA', '<svg><![CDATA[><img src onerror=run()>]]></svg>'],
  [
    'a conditional comment',
    '<!--[if gte IE 4]><script>run()</script><![endif]--><!--><img src onerror=run()>-->',
  ],
  ['an element out of a table', '<table><a href="javascript:run()"><tr><td onclick=run()>x</table>'],
  [
    'names of the document’s own',
    '<a id=__proto__ name=constructor href="#__proto__">1</a><img name=body id=cookie alt="">',
  ],
  [
    'structured data',
    '<script type="application/ld+json">{"@type":"Article","url":"javascript:run()","__proto__":{"x":1}}</script>',
  ],
  ['an old picture', '<image src=x onerror=run()><bgsound src="javascript:run()"><isindex>'],
  ['a portal', '<portal src="javascript:run()"></portal><fencedframe src="run()"></fencedframe>'],
  [
    'an XML page',
    '<?xml-stylesheet href="javascript:run()"?><x xml:base="javascript:run()" xmlns="run()"><a href="#y">x</a></x>',
  ],
]

const KEYS = new Set(
  'type format language direction children origins value href blob alt target label level ordered start checked header columns rows id'.split(
    ' ',
  ),
)
const TYPES = new Set(
  `document paragraph heading code list list-item quotation table table-row table-cell caption figure definition-list
  definition-term definition-description footnote thematic-break page-break text link language line-break image
  footnote-reference emphasis strong underline strike superscript subscript inline-code highlight small
  inline-quotation`.split(/\s+/),
)

function all(node: DocumentNode): DocumentNode[] {
  return [node, ...childrenOf(node).flatMap(all)]
}

function checkedDocument(html: string, whole: boolean) {
  const { document, metadata } = readHtml({ text: html, name: 'a.html', whole })
  expect(DocumentSchema.safeParse(document).success).toBe(true)
  for (const node of all(document)) {
    expect(TYPES).toContain(node.type)
    expect(Object.keys(node).filter((key) => !KEYS.has(key))).toEqual([])
    if (node.type === 'link')
      expect(isSafeLink(node.href) && /^(?:https?|mailto):/.test(node.href)).toBe(true)
    if (node.type === 'image') expect(node.blob ?? '0').toMatch(/^[0-9a-f]+$/)
  }
  expect(metadata.url ?? 'https:').toMatch(/^https?:/)
  return document
}

const STORY = '<p>Words stand here, and they are a story of their own.</p>'

describe('a hostile page', () => {
  it.each(PAYLOADS)('leaves nothing of %s', (_, payload) => {
    for (const whole of [true, false]) {
      const document = checkedDocument(`<!doctype html>${STORY}${payload}${STORY}`, whole)
      expect(JSON.stringify(document)).not.toMatch(
        /run\(|javascript|srcdoc|onerror|onload|<script|http-equiv/i,
      )
      expect(JSON.stringify(document)).toContain('Words stand here')
    }
  })

  it('leaves nothing of a payload in its head', () => {
    for (const [, payload] of PAYLOADS) {
      const page = `<!doctype html><head>${payload}</head><body>${STORY}`
      expect(JSON.stringify(checkedDocument(page, true))).not.toMatch(/javascript:|srcdoc|onerror=|onload=/i)
    }
  })

  it('shows as words what a browser shows as words', () => {
    const document = checkedDocument(
      `${STORY}<p>&lt;img onerror=run()&gt;</p><plaintext><img onerror=run()>`,
      true,
    )
    expect(JSON.stringify(document)).toContain('<img onerror=run()>')
  })
})

const NAMES =
  `a abbr b base blockquote body button code dd del details div dl dt em embed figure figcaption font footer form frameset
  h1 h6 head hr html i iframe image img input ins li link listing main map mark math meta mglyph mi mtext annotation-xml
  noembed noframes noscript object ol optgroup option p param picture plaintext pre q rp rt ruby script section select
  slot source span style sub summary sup svg foreignObject desc title table tbody td template textarea th thead tr tt u ul
  use video xmp x-a`.split(/\s+/)
const ATTRIBUTES =
  'href src srcset srcdoc style onclick onerror action formaction xlink:href id name class lang dir start colspan rowspan alt title data-src content http-equiv property rel role shadowrootmode slot type value'.split(
    ' ',
  )
const VALUES = fc.oneof(
  fc.constantFrom(
    'javascript:run()',
    'data:text/html,<script>run()</script>',
    'https://ex.org/a b?c#d',
    'mailto:a@ex.org?subject=<b>',
    '//ex.org',
    '#fn1',
    'fn1',
    '../a',
    'rtl',
    'x-y-z_\u{1F600}',
    '-1',
    '1e99',
    'article:author',
    'refresh',
    'open',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const WORDS = fc.oneof(
  fc.constantFrom('words', ' ', '1', '\0', '\ud800', '&#0;', '&lt;b&gt;', ']]>', '-->', '<!--', '<', '"'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

/** A tree of elements as careless HTML: any element inside any other, some never closed, attributes in all quotes. */
const TREES: fc.Arbitrary<string> = fc.letrec<{ tree: string; node: string }>((tie) => ({
  node: fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), VALUES, fc.constantFrom('"', "'", '')), {
        maxLength: 3,
      }),
      tie('tree'),
      fc.boolean(),
    )
    .map(([name, attributes, inside, closed]) => {
      const given = attributes.map(([key, value, quote]) => ` ${key}=${quote}${value}${quote}`).join('')
      return `<${name}${given}>${inside}${closed ? `</${name}>` : ''}`
    }),
  tree: fc
    .array(fc.oneof({ maxDepth: 5, depthIdentifier: 'tree' }, WORDS, tie('node')), { maxLength: 5 })
    .map((parts) => parts.join('')),
})).tree

describe('the document of any page', () => {
  it('holds known nodes with known properties and safe links, whatever tree goes in', () => {
    fc.assert(
      fc.property(TREES, fc.boolean(), (tree, whole) => {
        checkedDocument(`<p>Words.</p>${tree}`, whole)
      }),
      { numRuns: 300 },
    )
  })

  it('stays closed however payloads are mixed and cut', () => {
    const piece = fc
      .tuple(fc.constantFrom(...PAYLOADS), fc.nat(200))
      .map(([[, payload], length]) => payload.slice(0, length))
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, TREES), { maxLength: 6 }), (pieces) => {
        checkedDocument(`<p>Words.</p>${pieces.join('')}`, false)
      }),
      { numRuns: 100 },
    )
  })
})
