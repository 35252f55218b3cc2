import { useEffect } from 'react'
import { useImport } from '../features/import/import-run.tsx'
import { isWriting, pressed, type Chord } from './keys.ts'
import { useLayout } from './layout.tsx'
import { useMessages } from './messages.tsx'
import { SOURCES, useJourney } from './place.ts'
import { useTabs } from './with-tabs.tsx'
import { useCapabilities } from './surroundings.tsx'
import { ENTRIES } from './entries.ts'
import { useType } from './type.tsx'
import type { TextSizeStep } from '../../shared/contract/page.ts'

interface Bound {
  readonly chord: Chord
  readonly run: () => void
  /** Left to the field that has the focus, as undo is. */
  readonly notWhileWriting?: boolean
}

const PANES = ['sidebar', 'list', 'sheet', 'other-sheet', 'panel']

/** Moves the focus to the next or previous pane: to what was last used there, else to what can be used first. */
function movePane(step: 1 | -1): void {
  const panes = PANES.map((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`)).filter(
    (pane) => pane !== null,
  )
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[here < 0 ? 0 : (here + step + panes.length) % panes.length]
  const first =
    next?.querySelector<HTMLElement>('[data-first-focus]') ??
    next?.querySelector<HTMLElement>('button:not(:disabled), [tabindex="0"], input')
  first?.focus()
}

/** A plus is typed with Shift on some keyboards, and without it where it has a key of its own. */
const SIZES: readonly { readonly keys: readonly Chord[]; readonly to: TextSizeStep }[] = [
  { keys: [{ key: '+' }, { key: '+', shift: true }, { key: '=' }], to: 'larger' },
  { keys: [{ key: '-' }], to: 'smaller' },
  { keys: [{ key: '0' }], to: 'usual' },
]

const TURNS: readonly { readonly chord: Chord; readonly by: 1 | -1 }[] = [
  { chord: { key: 'Tab', mod: true }, by: 1 },
  { chord: { key: 'Tab', mod: true, shift: true }, by: -1 },
]

/** The keys that work everywhere in the window. */
export function Keys() {
  const { platform } = useCapabilities()
  const { go, back, forward } = useJourney()
  const layout = useLayout()
  const messages = useMessages()
  const { show: showImport } = useImport()
  const { step } = useType()
  const { tabs, take } = useTabs()
  useEffect(() => {
    const wayBack: Bound = {
      chord: platform === 'mac' ? { key: '[', mod: true } : { key: 'ArrowLeft', alt: true },
      run: () => back?.(),
    }
    const wayForward: Bound = {
      chord: platform === 'mac' ? { key: ']', mod: true } : { key: 'ArrowRight', alt: true },
      run: () => forward?.(),
    }
    const redo: readonly Chord[] = [
      { key: 'z', mod: true, shift: true },
      ...(platform === 'mac' ? [] : [{ key: 'y', mod: true }]),
    ]
    const bound: readonly Bound[] = [
      wayBack,
      wayForward,
      { chord: { key: 'z', mod: true }, run: messages.undo, notWhileWriting: true },
      ...redo.map((chord): Bound => ({ chord, run: messages.redo, notWhileWriting: true })),
      { chord: { key: 'o', mod: true }, run: showImport },
      { chord: { key: 'f', mod: true, shift: true }, run: () => go({ view: 'search', query: '' }) },
      { chord: { key: 't', mod: true }, run: () => take({ do: 'open', place: SOURCES, way: 'tab' }) },
      // The last one is the window's: the system closes that.
      ...(tabs.all.length > 1
        ? [{ chord: { key: 'w', mod: true }, run: () => take({ do: 'close', tab: tabs.current }) }]
        : []),
      { chord: { key: 't', mod: true, shift: true }, run: () => take({ do: 'reopen' }) },
      { chord: { key: 'b', mod: true, alt: true }, run: () => take({ do: 'part' }) },
      ...TURNS.map(({ chord, by }): Bound => ({ chord, run: () => take({ do: 'turn', by }) })),
      { chord: { key: '\\', mod: true }, run: layout.toggleSidebar },
      { chord: { key: '\\', mod: true, alt: true }, run: layout.toggleList },
      { chord: { key: '|', mod: true, shift: true }, run: layout.togglePanel },
      ...SIZES.flatMap(({ keys, to }) =>
        keys.map((chord): Bound => ({ chord: { ...chord, mod: true }, run: () => step(to)?.() })),
      ),
      { chord: { key: 'F6' }, run: () => movePane(1) },
      { chord: { key: 'F6', shift: true }, run: () => movePane(-1) },
      ...ENTRIES.map(({ place }, index): Bound => ({
        chord: { key: String(index + 1), mod: true },
        run: () => go(place),
      })),
    ]
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const hit = bound.find(({ chord }) => pressed(event, chord, platform))
      if (hit === undefined || (hit.notWhileWriting === true && isWriting(event.target))) return
      event.preventDefault()
      hit.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [platform, go, back, forward, layout, messages, showImport, step, tabs, take])
  return null
}
