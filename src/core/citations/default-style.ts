/** What a brief is set in that names no style: each quote has its source in a note of its own. */
export const DEFAULT_STYLE = 'chicago-fullnote-bibliography'
