import type { Source } from '../../../shared/contract/sources.ts'
import { t } from '../../app/strings/catalogue.ts'
import { lookAddress } from './look-address.ts'

/**
 * A saved page as it was. Its frame may do nothing: no script, no form, no window, no network, and an origin of its
 * own that is like no other, so nothing of the app is within its reach.
 */
export function PageLook({ source }: { readonly source: Source }) {
  return (
    <div className="look">
      <h1 className="vh">{source.title}</h1>
      <p className="look-note">{t.reader.lookNote}</p>
      <iframe
        className="look-frame"
        title={t.reader.lookOf(source.title)}
        sandbox=""
        referrerPolicy="no-referrer"
        src={lookAddress(source)}
        data-first-focus
      />
    </div>
  )
}
