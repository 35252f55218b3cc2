import type { BriefAct } from '../../../shared/contract/page.ts'
import type { Chord } from '../../app/keys.ts'

/** What is done with a whole brief, and its key where it has one. */
export const WAYS_OUT: readonly { readonly act: BriefAct; readonly chord: Chord | null }[] = [
  { act: 'export', chord: { key: 'e', mod: true, shift: true } },
  { act: 'export-again', chord: { key: 'e', mod: true, alt: true, shift: true } },
  { act: 'print', chord: { key: 'p', mod: true } },
  { act: 'copy-markdown', chord: null },
  { act: 'copy-rich-text', chord: null },
]
