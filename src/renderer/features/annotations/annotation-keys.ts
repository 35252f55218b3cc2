import type { KeyboardEvent } from 'react'
import { COLOURS } from '../../../shared/contract/annotations.ts'
import type { Platform } from '../../app/transport/transport.ts'
import type { Colour } from './annotating.ts'
import type { Field } from './AnnotationFields.tsx'

/** What one key does with a highlight, in the text as on its card. */
export interface AnnotationActs {
  readonly colour: (colour: Colour) => void
  readonly edit: (field: Field) => void
  readonly quote: (() => void) | null
  readonly remove: () => void
}

/** The act that a key stands for; null for a key of another meaning. */
export function annotationAct(
  event: KeyboardEvent,
  platform: Platform,
  acts: AnnotationActs,
): (() => void) | null {
  const command = platform === 'mac' ? event.metaKey : event.ctrlKey
  if (event.key === 'Enter' && command && !event.altKey && !event.shiftKey) return acts.quote
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const colour = COLOURS[Number(event.key) - 1]
  if (colour !== undefined) return () => acts.colour(colour)
  switch (event.key.toLowerCase()) {
    case 'c':
      return () => acts.edit('comment')
    case 't':
      return () => acts.edit('tags')
    case 's':
      return () => acts.edit('speaker')
    case 'delete':
    case 'backspace':
      return acts.remove
    default:
      return null
  }
}
