/** How a brief's page looks: on a screen in light and dark, narrow and wide, and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d1c1a; --dim: #5d5a55; --paper: #fdfcfa; --line: #d8d4cc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6e0; --dim: #aaa59c; --paper: #1b1a18; --line: #45423d; } }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; }
body { margin: 0; padding: 2rem 1.25rem 4rem; }
main { max-inline-size: 40rem; margin-inline: auto; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin-block: 1.6em 0.5em; }
blockquote { margin-inline: 0; padding-inline-start: 1.1em; border-inline-start: 3px solid var(--line); }
a { color: inherit; text-underline-offset: 0.15em; }
sup a { text-decoration: none; padding-inline: 0.15em; }
hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2.5em; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: 0.35em 0.6em; text-align: start; vertical-align: top; }
pre { overflow-x: auto; padding: 0.8em; border: 1px solid var(--line); font-size: 0.9em; }
img { max-inline-size: 100%; block-size: auto; }
cite { font-style: inherit; }
figure { margin-inline: 0; }
figcaption { font-size: 0.9em; color: var(--dim); text-align: center; }
li > p { margin-block: 0.3em; }
.task { list-style: none; text-indent: -1.2em; }
.task > * { text-indent: 0; }
.task > p:first-child { display: inline; }
.notes { font-size: 0.9em; color: var(--dim); padding-inline-start: 1.6em; }
.notes p { margin-block: 0.3em; }
.small-caps { font-variant-caps: small-caps; }
.underline { text-decoration: underline; }
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #333; --paper: #fff; --line: #999; }
  html { font-size: 11pt; } body { padding: 0; } main { max-inline-size: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } blockquote, table, img { break-inside: avoid; }
}
`
