import type { Platform } from './transport/transport.ts'
import { t } from './strings/catalogue.ts'

/** A key with the modifiers held: `mod` is ⌘ on macOS and Ctrl elsewhere. */
export interface Chord {
  readonly key: string
  readonly mod?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether exactly this chord is pressed. Letters count whatever their case. */
export function pressed(event: Pressed, chord: Chord, platform: Platform): boolean {
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey
  const other = platform === 'mac' ? event.ctrlKey : event.metaKey
  return (
    event.key.toLowerCase() === chord.key.toLowerCase() &&
    mod === (chord.mod ?? false) &&
    event.shiftKey === (chord.shift ?? false) &&
    event.altKey === (chord.alt ?? false) &&
    !other
  )
}

/** A chord as the system writes it: `⇧⌘F`, `Ctrl+Shift+F`. */
export function nameOf({ key, mod, shift, alt }: Chord, platform: Platform): string {
  const side = platform === 'mac' ? 'mac' : 'other'
  const { command, shift: shiftName, alt: altName, enter } = t.keyNames
  const name = key === 'Enter' ? enter[side] : key.length === 1 ? key.toUpperCase() : key
  const parts =
    side === 'mac'
      ? [alt ? altName.mac : '', shift ? shiftName.mac : '', mod ? command.mac : '']
      : [mod ? command.other : '', alt ? altName.other : '', shift ? shiftName.other : '']
  return `${parts.join('')}${name}`
}

/** Whether the focus is where keys write. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
