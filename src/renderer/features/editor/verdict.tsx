import type { CheckedQuotation, Verdict } from '../../../shared/contract/check.ts'
import { FAULTS } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.tsx'
import './verdict.css'

interface Look {
  readonly icon: IconName
  /** The class that gives colour and tint. */
  readonly hue: string
}

const quiet = (icon: IconName): Look => ({ icon, hue: 'quiet' })
const own = (icon: IconName): Look => ({ icon, hue: icon })

export const LOOKS: Readonly<Record<Verdict, Look>> = {
  verbatim: own('verbatim'),
  normalised: own('normalised'),
  marked: own('marked'),
  altered: own('altered'),
  misattributed: own('misattributed'),
  'not-found': own('not-found'),
  orphaned: own('orphaned'),
  translated: quiet('translated'),
  'too-short': quiet('short'),
  'set-aside': quiet('setaside'),
  unclosed: quiet('quote'),
}

const MATCH: ReadonlySet<Verdict> = new Set(['verbatim', 'normalised', 'marked'])

/** The two sums of ui.md, 8. */
export const matches = ({ verdict }: CheckedQuotation): boolean => MATCH.has(verdict)
export const needsLook = ({ verdict }: CheckedQuotation): boolean => FAULTS.has(verdict)

/** A verdict's icon and word; `tint` lays its colour behind. */
export function VerdictWord({
  verdict,
  tint = false,
}: {
  readonly verdict: Verdict
  readonly tint?: boolean
}) {
  const { icon, hue } = LOOKS[verdict]
  return (
    <span className={`v ${hue}${tint ? ' tint' : ''}`}>
      <Icon name={icon} />
      {t.check.words[verdict]}
    </span>
  )
}
