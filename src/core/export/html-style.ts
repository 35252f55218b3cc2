/** How an exported page looks: on screens of any width, in the light and in the dark, and on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --paper: #fffdf9; --ink: #1d1b18; --dim: #5c564d; --line: #d9d2c6; --link: #1f4173; --tint: #f4efe6; --mark: #fbe9a9; --fault: #a3201a; }
@media (prefers-color-scheme: dark) { :root { --paper: #191816; --ink: #ebe6dd; --dim: #a9a196; --line: #45403a; --link: #9dbdf2; --tint: #24221f; --mark: #5c4a12; --fault: #ff9d94; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", Charter, Georgia, "Noto Serif", "Noto Serif CJK SC", serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, dl, figure, blockquote, pre, .table { margin: 0 0 1em; }
.date, figcaption { color: var(--dim); font-size: 0.9rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
blockquote { padding-inline-start: 1.25em; border-inline-start: 3px solid var(--line); }
blockquote > :last-child, li > p:last-child { margin-bottom: 0; }
.quote:is([data-verdict="altered"], [data-verdict="misattributed"], [data-verdict="not-found"], [data-verdict="orphaned"]) { text-decoration: underline dotted var(--fault); text-underline-offset: 0.2em; }
sup, sub { font-size: 0.72em; line-height: 0; unicode-bidi: isolate; }
.ref a { text-decoration: none; padding: 0.2em 0.1em; }
.small-caps { font-variant-caps: small-caps; }
.underline { text-decoration: underline; }
code, pre { font-family: "Source Code Pro", ui-monospace, Menlo, Consolas, monospace; font-size: 0.88em; }
pre { background: var(--tint); padding: 0.8em 1em; overflow: auto; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em auto; width: 40%; }
img { max-width: 100%; height: auto; }
figure { text-align: center; }
.table { overflow: auto; }
table { border-collapse: collapse; min-width: 50%; font-size: 0.95em; }
th, td { border-bottom: 1px solid var(--line); padding: 0.4em 0.8em; text-align: start; vertical-align: top; overflow-wrap: normal; }
.short { white-space: nowrap; }
thead th { border-bottom-width: 2px; }
.at-left { text-align: left; } .at-center { text-align: center; } .at-right { text-align: right; }
li { margin-bottom: 0.25em; text-align: start; }
li > ul, li > ol { margin: 0.25em 0 0; }
.task { list-style: none; margin-inline-start: -1.4em; }
.task > input + div { display: inline; }
.context { margin: -0.4em 0 1.2em; padding: 0.5em 0.9em; background: var(--tint); border-radius: 4px; font: 0.875rem/1.5 system-ui, "Noto Sans", sans-serif; }
.context summary { color: var(--dim); cursor: pointer; }
.context[open] summary { margin-bottom: 0.7em; }
.context .passage { white-space: pre-line; padding-inline-start: 1.25em; border-inline-start: 3px solid var(--line); }
.context mark { background: var(--mark); color: inherit; }
.context dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; margin: 0; }
.context dt { color: var(--dim); }
.context dd { margin: 0; }
.verdict { border: 1px solid currentColor; border-radius: 3px; padding: 0 0.35em; font-size: 0.85em; white-space: nowrap; }
.verdict:is([data-verdict="altered"], [data-verdict="misattributed"], [data-verdict="not-found"], [data-verdict="orphaned"]) { color: var(--fault); }
.notes { border-top: 1px solid var(--line); margin-top: 3em; font-size: 0.9rem; }
.notes :target, .ref a:target { background: var(--mark); }
.bibliography ul { list-style: none; padding: 0; }
.bibliography li { padding-inline-start: 1.5em; text-indent: -1.5em; }
.back { padding: 0.2em; }
:is(:lang(zh), :lang(ja), :lang(ko)) { line-break: strict; }
:is(:lang(ar), :lang(fa), :lang(ur), :lang(he)) { line-height: 1.8; }
p:is(:lang(zh), :lang(ja), :lang(ko)) { line-height: 1.75; }
:not(.citation) > em:is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(hi), :lang(hy), :lang(ka)) { font-style: normal; text-decoration: underline dotted; text-underline-offset: 0.3em; }
:not(.citation) > em:is(:lang(zh), :lang(ja), :lang(ko)) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
.citation em > span:not([class]), .picture:is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(zh), :lang(ja), :lang(ko)) { font-style: normal; text-decoration: none; text-emphasis: none; }
@media (max-width: 30rem) { html { font-size: 1rem; } main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.6rem; } ul, ol { padding-inline-start: 1.5em; } blockquote { padding-inline-start: 0.9em; } .context dl { display: block; } }
@page { margin: 22mm 24mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --dim: #333; --line: #999; --link: #000; --tint: #fff; --mark: #fff; --fault: #000; }
  html { font-size: 10.5pt; background: none; }
  main { max-width: none; padding: 0; }
  .context, .back { display: none; }
  .table, pre { overflow: visible; }
  .crowded { font-size: 0.75em; }
  .crowded :is(th, td) { overflow-wrap: anywhere; padding: 0.35em 0.4em; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  blockquote, figure, tr, img { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  .quote[data-verdict] { text-decoration: none; }
  a { text-decoration: none; }
  a[href^="http"]:not(.bare)::after, a[href^="mailto"]:not(.bare)::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
}
`
