export const about = {
  title: 'About Verbatim',
  version: (version: string): string => `Version ${version}`,
  licence: 'Verbatim is under the MIT licence.',
  others: 'It comes with works of others, which keep their own licences.',
  ours: 'Verbatim’s own licence',
  notRead:
    'The licence could not be read. Nothing was changed. It lies beside the program, in NOTICE.md and LICENSE.',
  under: (licence: string): string => `under ${licence}`,
  works: {
    citeproc: {
      what: 'Formats citations and bibliographies. Used unchanged, under one of the two licences that it offers.',
      by: 'Copyright © 2009–2019 Frank Bennett. Citations are formatted by citeproc-js.',
    },
    styles: {
      what: 'Citation styles, and the words that they use in each language.',
      by: 'By the Citation Style Language project and its contributors.',
    },
    fonts: {
      what: 'The faces of the window and of exported PDFs. Each licence begins with its copyright.',
      by: 'By their authors, as named in their licences.',
    },
    dictionaries: {
      what: 'Dictionaries for spelling, each unchanged and under its own licence.',
      by: 'By their authors, as named in their licences.',
    },
  },
  fonts: 'Fonts',
  dictionaries: 'Dictionaries',
  styles: 'Citation styles and locales',
}
