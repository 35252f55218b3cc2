import { $getSelection, FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { BriefAct } from '../../../shared/contract/page.ts'
import { pressed } from '../../app/keys.ts'
import { useSheetKeys } from '../../app/sheet.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { WAYS_OUT } from '../export/ways-out.ts'
import { HEADINGS, setStyle, type BlockStyle } from './blocks/styles.ts'
import { goTo } from './ranges.ts'
import type { BriefSession } from './session.ts'
import { needsLook } from './verdict.tsx'

/** Goes to the next quotation that needs a look, round and round; its card opens. */
export function nextToLookAt(session: BriefSession, step: 1 | -1): void {
  const { quotations } = session.checking.checked.get()
  const bad = quotations.filter(({ row }) => needsLook(row))
  const here = quotations.findIndex(({ id }) => id === (session.open.get() ?? session.current.get()))
  const number = quotations[here]?.number ?? (step === 1 ? 0 : Infinity)
  const next =
    step === 1
      ? (bad.find((each) => each.number > number) ?? bad[0])
      : (bad.findLast((each) => each.number < number) ?? bad.at(-1))
  if (next?.place == null) return
  goTo(session.editor, next.place)
  session.open.set(next.id)
}

/** The node of the quote that the caret is at, or whose card is open. */
function quoteAt(session: BriefSession): string | null {
  const id = session.current.get() ?? session.open.get()
  const place = session.checking.checked.get().quotations.find((each) => each.id === id)?.place
  return place?.kind === 'quote' ? place.key : null
}

const inPanel = (): boolean => document.activeElement?.closest('[data-pane="panel"]') !== null

type Bound = readonly [chord: Parameters<typeof pressed>[1], run: () => void, when?: () => boolean]

function keysOf(session: BriefSession, mac: boolean, act: (act: BriefAct) => void): readonly Bound[] {
  const { editor } = session
  const styled: readonly [string, BlockStyle][] = [
    ...HEADINGS.map((style, at): [string, BlockStyle] => [String(at + 1), style]),
    ['0', 'paragraph'],
  ]
  return [
    [mac ? { key: "'", mod: true } : { key: 'F8' }, () => nextToLookAt(session, 1)],
    [
      mac ? { key: '"', mod: true, shift: true } : { key: 'F8', shift: true },
      () => nextToLookAt(session, -1),
    ],
    [mac ? { key: ';', mod: true } : { key: 'F7' }, () => session.checking.now()],
    ...WAYS_OUT.flatMap(({ chord, act: way }): Bound[] => (chord === null ? [] : [[chord, () => act(way)]])),
    [{ key: mac ? '.' : '>', mod: true, shift: true }, () => setStyle(editor, 'quote')],
    [{ key: 'z', mod: true }, () => editor.dispatchCommand(UNDO_COMMAND, undefined), inPanel],
    [
      mac ? { key: 'z', mod: true, shift: true } : { key: 'y', mod: true },
      () => editor.dispatchCommand(REDO_COMMAND, undefined),
      inPanel,
    ],
    [
      { key: 'Enter', mod: true },
      () => session.open.set(session.current.get()),
      () => session.current.get() !== null && session.root.contains(document.activeElement),
    ],
    [{ key: 'c', mod: true, alt: true }, () => editor.update(() => $getSelection()?.insertText('@'))],
    [
      { key: 'x', mod: true, shift: true },
      () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'strikethrough'),
    ],
    [{ key: 'e', mod: true }, () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'code')],
    [{ key: 'F2' }, () => session.altering.set(quoteAt(session)), () => quoteAt(session) !== null],
    ...styled.map(([key, style]): Bound => [{ key, mod: true, alt: true }, () => setStyle(editor, style)]),
  ]
}

/** The keys of ui.md, 5, that belong to a brief. */
export function useDraftKeys(session: BriefSession, act: (act: BriefAct) => void): void {
  const { platform } = useCapabilities()
  // Before the sheet's own keys, so that a chord does one thing.
  useSheetKeys((event) => {
    const hit = keysOf(session, platform === 'mac', act).find(
      ([chord, , when]) => pressed(event, chord, platform) && (when?.() ?? true),
    )
    if (hit === undefined || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    hit[1]()
  }, true)
}
