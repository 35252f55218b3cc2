import type { IconName } from '../../ui/icons.tsx'
import type { RowStatus } from './summary.ts'

/** Each status has an icon and a colour beside its word; the colours are the verdicts’. */
export const STATUS_ICONS: Readonly<Record<RowStatus, { readonly icon: IconName; readonly colour: string }>> =
  {
    imported: { icon: 'verbatim', colour: 'verbatim' },
    duplicate: { icon: 'copy', colour: 'quiet' },
    'new-version': { icon: 'history', colour: 'marked' },
    skipped: { icon: 'against', colour: 'quiet' },
    failed: { icon: 'fail', colour: 'not-found' },
    stopped: { icon: 'against', colour: 'quiet' },
    undone: { icon: 'undo', colour: 'quiet' },
    reading: { icon: 'dots', colour: 'quiet' },
    waiting: { icon: 'clock', colour: 'quiet' },
  }
