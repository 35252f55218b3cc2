import type { OutputFormat } from 'citeproc'
import type { Mark } from './rendered.ts'
import { entryOf, marked, unmarked } from './rendered.ts'

const as =
  (mark: Mark) =>
  (_: unknown, text = ''): string =>
    marked(mark, text)

/** An entry says whose it is: the processor's own list of ids names also those that it left empty. */
function withId(this: { readonly system_id?: string | number }, _: unknown, text = ''): string {
  return entryOf(String(this.system_id ?? ''), text)
}

const asItIs = (_: unknown, text = ''): string => text

/** The format in which citeproc writes for us; `readRendered` reads it. */
export const VERBATIM_FORMAT: OutputFormat = {
  text_escape: (text: string) => unmarked(text || ''),
  bibstart: '',
  bibend: '',
  '@font-style/italic': as('italic'),
  '@font-style/oblique': as('italic'),
  '@font-style/normal': as('upright'),
  '@font-variant/small-caps': as('small-caps'),
  '@font-variant/normal': as('full-caps'),
  '@font-weight/bold': as('bold'),
  '@font-weight/normal': as('regular'),
  '@font-weight/light': false,
  '@text-decoration/none': as('plain'),
  '@text-decoration/underline': as('underline'),
  '@vertical-align/sup': as('superscript'),
  '@vertical-align/sub': as('subscript'),
  '@vertical-align/baseline': as('baseline'),
  '@passthrough/true': asItIs,
  '@strip-periods/true': asItIs,
  '@strip-periods/false': asItIs,
  '@quotes/true': (state, text) =>
    text === undefined
      ? state.getTerm('open-quote')
      : state.getTerm('open-quote') + text + state.getTerm('close-quote'),
  '@quotes/inner': (state, text) =>
    text === undefined
      ? '\u2019'
      : state.getTerm('open-inner-quote') + text + state.getTerm('close-inner-quote'),
  '@quotes/false': false,
  '@cite/entry': asItIs,
  '@bibliography/entry': withId,
  '@display/block': as('block'),
  '@display/left-margin': as('margin'),
  '@display/right-inline': as('inline'),
  '@display/indent': as('indent'),
  '@showid/true': asItIs,
  '@URL/true': as('url'),
  '@DOI/true': as('doi'),
}
