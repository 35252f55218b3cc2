import type { BriefAct } from '../../../shared/contract/page.ts'
import type { Chord } from '../../app/keys.ts'

/** The keys of what is done with a whole brief. */
export const WAYS_OUT: readonly { readonly act: BriefAct; readonly chord: Chord }[] = [
  { act: 'export', chord: { key: 'e', mod: true, shift: true } },
  { act: 'export-again', chord: { key: 'e', mod: true, alt: true, shift: true } },
]
