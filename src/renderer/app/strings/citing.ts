export const citing = {
  label: 'Citation',
  dead: (keys: string): string => `The library has no source ${keys}.`,
  picker: 'Sources to cite',
  pickerHint: 'Enter cites, Alt+Enter without the author, Esc types on.',
  bibliography: 'Bibliography',
  /** The licence of the processor (CPAL-1.0) wants this where it is used: see NOTICE.md. */
  notice:
    'Citations are formatted by citeproc-js, © 2009–2019 Frank Bennett, https://github.com/Juris-M/citeproc-js',
  style: 'Citation style',
  unknownStyle: (style: string): string =>
    `The brief names the style “${style}”, which is not there. The one below is used instead.`,
  insert: 'Quote or cite…',
  found: 'Passages and sources',
  cite: (citekey: string): string => `Cite @${citekey}`,
  edit: 'Edit…',
  form: 'Citation',
  item: (citekey: string): string => (citekey === '' ? 'Another source' : `Source ${citekey}`),
  source: 'Source (citekey)',
  locator: 'Page or place',
  locatorExample: 'p. 3',
  prefix: 'Words before',
  suffix: 'Words after',
  suppress: 'Without the author',
  add: 'Another source',
  remove: (citekey: string): string => `Remove ${citekey === '' ? 'this source' : citekey}`,
}
