import { expect, it } from 'vitest'
import { findQuotations } from './find.ts'
import { markdownDraft } from './markdown-draft.ts'

const cited = (draft: string) =>
  findQuotations(markdownDraft(draft)).map(
    ({ citation }) =>
      citation?.items
        .map(({ citekey, locator }) => citekey + (locator === null ? '' : `:${locator}`))
        .join('+') ?? '-',
  )

it.each([
  ['“One two” [@a].', ['a']],
  ['“One two.” [@a] Then “three” [@b].', ['a', 'b']],
  ['“One two.”[^1] Then “three”.[^2]\n\n[^1]: See [@a].\n\n[^2]: [@b]', ['a', 'b']],
  ['As [@a] says, “one two”. Then “three” [@b].', ['a', 'b']],
  ['“One” and “two” [@a].', ['a', 'a']],
  ['“One” [@a] and “two” [@b].', ['a', 'b']],
  ['Nobody cites. “One two.” He left. It is so [@a].', ['a']],
  ['“One two.” It is so [@a]. And so [@b].', ['b']],
  ['“One two.”\n\nIt is so [@a].', ['-']],
  ['- “One two.”\n- “Three” [@a]', ['-', 'a']],
  ['- “One two.”\n\n  It is so [@a].', ['a']],
  ['| “One” | “Two” [@a] |\n|---|---|\n| “Three” [@b] | x |', ['-', 'a', 'b']],
  ['> One two.\n>\n> — Teague [@a]', ['a']],
  ['He wrote [@b]:\n\n> One two.\n\nSo it is [@a].', ['-']],
  ['> One two [@a].', ['a']],
  ['“One two [@a].”', ['a']],
  ['“One two” [see @a, pp. 3–5; @b, ch. 2, and more].', ['a:pp. 3–5+b:ch. 2']],
  ['“One two” [-@a, emphasis added].', ['a']],
  ['“One” said Dr. Teague of the U.S. port on Jan. 3 in No. 5 [@a]. “Two” [@b].', ['a', 'b']],
  ['“One two!” Teague said [@a]. “Three” [@b].', ['a', 'b']],
  ['“First. Second. Third” [@a]. Fourth [@b].', ['a']],
  ['“One”, he said, adding: “Two. Three.” [@a] Later [@b].', ['a', 'a']],
  ['他说“我们走”[@a]。她说“不走”[@b]。', ['a', 'b']],
  ['Text with @a and \\[@a] and `[@a]`: “one”.', ['-']],
  ['Text.[^1]\n\n[^1]: He said “late” [@a].', ['a']],
  ['Text [@b].[^1]\n\n[^1]: He said “late”.', ['-']],
])('%j', (draft, expected) => {
  expect(cited(draft)).toEqual(expected)
})
