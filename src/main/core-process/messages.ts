import type { ParserEnd } from '../../core/import/parser/protocol.ts'

/** What main says to the core's process. A port travels beside `page` and `parser`. */
export type ToCore =
  | { readonly kind: 'open'; readonly path: string; readonly create: boolean; readonly fonts: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'parser'; readonly id: number; readonly pid: number | null }
  | { readonly kind: 'parser-ended'; readonly id: number; readonly end: ParserEnd }

/** What the core's process says to main. */
export type FromCore =
  | { readonly kind: 'opened' }
  | { readonly kind: 'unopened'; readonly reason: string; readonly message: string }
  | { readonly kind: 'start-parser'; readonly id: number }
  | { readonly kind: 'end-parser'; readonly id: number }
