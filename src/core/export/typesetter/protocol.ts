import type { FailureKind } from '../../../shared/contract/failures.ts'
import type { PdfLook } from '../../../shared/contract/pdf-look.ts'
import type { Pdf } from '../pdf.ts'
import type { PrintedBrief } from '../printed-brief.ts'

/** A brief that is to be set, with all that is needed for it. */
export interface SetRequest {
  readonly brief: PrintedBrief
  /** The bytes of its pictures by their blob ids. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** Absolute path of the folder of bundled fonts. */
  readonly fonts: string
  readonly look: PdfLook
}

export type SetReply =
  | { readonly kind: 'set'; readonly pdf: Pdf }
  | {
      readonly kind: 'failed'
      readonly failure: FailureKind
      readonly reason: string
      readonly message: string
      readonly detail: unknown
    }
