import type { DOMAttributes } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Platform } from '../../app/transport/transport.ts'
import type { Work } from '../annotations/useWork.ts'
import { readSelection } from './caret.ts'
import { clicked } from './clicks.ts'
import { readerKeys } from './reader-keys.ts'
import type { TextDom } from './text-dom.ts'
import type { PassageActs } from './usePassageActs.ts'
import type { RangeEdit } from './useRangeEdit.ts'

export type Handlers = Pick<
  DOMAttributes<HTMLElement>,
  'onFocus' | 'onBlur' | 'onCopy' | 'onDragStart' | 'onClick' | 'onKeyDown' | 'onKeyUp'
>

/** What the text answers to. */
export function handlersOf({
  dom,
  text,
  placed,
  work: { focused, focus },
  passage,
  edit,
  textFocus,
  platform,
}: {
  readonly dom: TextDom | null
  readonly text: string
  readonly placed: readonly Annotation[]
  readonly work: Work
  readonly passage: PassageActs
  readonly edit: RangeEdit
  readonly textFocus: { readonly onFocus: () => void; readonly onBlur: () => void }
  readonly platform: Platform
}): Handlers {
  return {
    onFocus: textFocus.onFocus,
    onBlur: () => {
      textFocus.onBlur()
      edit.settle()
    },
    onCopy: passage.onCopy,
    onDragStart: passage.onDragStart,
    onClick: ({ detail }) => clicked(dom, text, detail, placed, focused, focus),
    onKeyDown: (event) => {
      if (dom !== null && !passage.ahead.keep(event) && !edit.key(event))
        readerKeys(event, text, dom, readSelection(dom), platform, passage.acts)
    },
    onKeyUp: ({ key }) => {
      if (key === 'Shift') edit.settle()
    },
  }
}
