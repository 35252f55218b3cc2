import { t } from '../../../app/strings/catalogue.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { PdfPages, type PagesProps } from './PdfPages.tsx'
import type { PdfAsked } from './useOpenPdf.ts'
import './pdf.css'

interface Props extends Omit<PagesProps, 'opened'> {
  readonly pdf: PdfAsked
}

/** A PDF's own pages, whose words are selected and marked as in the text. */
export function PdfReading(props: Props) {
  return (
    <>
      {/* On the pages it may stand as a picture, or not at all. */}
      <h1 className="vh">{props.source.title}</h1>
      <Shown {...props} />
    </>
  )
}

function Shown({ pdf: { asked, locked }, ...props }: Props) {
  if (locked !== null) return <PasswordForm key={props.source.sha256} locked={locked} />
  if (asked.kind === 'loading')
    return <div className="scroll reading pdf" role="status" aria-busy="true" aria-label={t.common.loading} />
  if (asked.kind === 'failed')
    return (
      <div className="said" role="alert">
        <p>{t.reader.pdfNotShown}</p>
        <button type="button" className="btn" onClick={asked.again}>
          {t.common.tryAgain}
        </button>
      </div>
    )
  if (asked.value === null) return null
  return <PdfPages key={props.source.sha256} {...props} opened={asked.value} />
}
