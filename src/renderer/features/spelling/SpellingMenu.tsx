import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { z } from 'zod'
import { pressed } from '../../app/keys.ts'
import { useKept } from '../../app/kept.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { useSession } from '../editor/session-context.tsx'
import { rangesOf } from '../find/painting.ts'
import { replaceHits, selectHit } from '../find/replacing.ts'
import type { Misspelt } from './misspelt.ts'
import type { Speller } from './speller.ts'
import { useMisspelt, type Spelling } from './useMisspelt.ts'
import './spelling.css'

const SPELLING_KEY = { key: '.', mod: true } as const

/** Underlines words that no dictionary knows; a context menu on one, or a key at it, offers what may be meant. */
export function SpellingMenu({ on }: { readonly on: boolean }) {
  const session = useSession()
  const [own, keepOwn] = useKept('ownWords', z.array(z.string()), [])
  const spelling = useMisspelt(session, on, own)
  const [asked, ask] = useState<Misspelt | null>(null)
  useAsking(spelling, ask)
  if (asked === null) return null
  const close = (): void => {
    ask(null)
    session.editor.focus()
  }
  return (
    <Suggestions
      key={`${asked.word} ${String(asked.start)}`}
      asked={asked}
      spelling={spelling}
      close={close}
      take={(word) => {
        replaceHits(session.editor, [{ ...asked, put: word }])
        close()
      }}
      add={() => {
        keepOwn([...new Set([...own, asked.word])])
        close()
      }}
    />
  )
}

/** By the pointer at a word, or by a key: at the word of the caret, else the next one after it. */
function useAsking({ words }: Spelling, ask: (word: Misspelt) => void): void {
  const session = useSession()
  const { platform } = useCapabilities()
  useEffect(() => {
    const holding = (node: Node, offset: number): Misspelt | undefined =>
      words.find((word) => rangesOf(session.editor, word).some((range) => range.isPointInRange(node, offset)))
    const onContextMenu = (event: MouseEvent): void => {
      const place = document.caretPositionFromPoint(event.clientX, event.clientY)
      const word = place === null ? undefined : holding(place.offsetNode, place.offset)
      if (word === undefined) return
      event.preventDefault()
      ask(word)
    }
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!pressed(event, SPELLING_KEY, platform)) return
      const selection = getSelection()
      const node = selection?.focusNode ?? null
      const here = node === null ? undefined : holding(node, selection?.focusOffset ?? 0)
      const next =
        here ??
        words.find((word) => node !== null && isAfter(rangesOf(session.editor, word)[0], node)) ??
        words[0]
      if (next === undefined) return
      event.preventDefault()
      selectHit(session.editor, next)
      ask(next)
    }
    const { root } = session
    root.addEventListener('contextmenu', onContextMenu)
    root.addEventListener('keydown', onKeyDown)
    return () => {
      root.removeEventListener('contextmenu', onContextMenu)
      root.removeEventListener('keydown', onKeyDown)
    }
  }, [session, words, ask, platform])
}

const isAfter = (range: Range | undefined, node: Node): boolean =>
  range !== undefined &&
  (node.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** Milliseconds that suggestions are waited for: some take long in some languages. */
const PATIENCE = 1500

const nothingAfter = (milliseconds: number): Promise<readonly string[]> =>
  new Promise((resolve) => setTimeout(() => resolve([]), milliseconds))

/** Null until they are there. */
function useSuggestions(word: string, speller: Speller | null): readonly string[] | null {
  const [words, setWords] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let late = false
    const look = async (): Promise<void> => {
      const found = await Promise.race([speller?.suggest(word), nothingAfter(PATIENCE)])
      if (!late) setWords(found ?? [])
    }
    void look()
    return () => {
      late = true
    }
  }, [speller, word])
  return words
}

function Suggestions({
  asked,
  spelling: { speller },
  close,
  take,
  add,
}: {
  readonly asked: Misspelt
  readonly spelling: Spelling
  readonly close: () => void
  readonly take: (word: string) => void
  readonly add: () => void
}) {
  const { editor } = useSession()
  const menu = useRef<HTMLDivElement>(null)
  const typed = rangesOf(editor, asked).join('')
  const words = useSuggestions(asked.word, speller)
  useEffect(() => {
    const element = menu.current
    const box = rangesOf(editor, asked)[0]?.getBoundingClientRect()
    // Its entries do not move beneath the pointer: it comes with all of them.
    if (words === null || element === null || box === undefined) return
    element.showPopover()
    const fits = box.bottom + element.offsetHeight + 4 <= window.innerHeight
    element.style.top = `${String(fits ? box.bottom + 4 : Math.max(4, box.top - element.offsetHeight - 4))}px`
    element.style.left = `${String(Math.min(box.left, window.innerWidth - element.offsetWidth - 4))}px`
    element.querySelector('button')?.focus()
  }, [editor, asked, words])
  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      aria-label={t.spelling.menu(asked.word)}
      className="menu spelling"
      onKeyDown={(event) => onMenuKey(event, close)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close()
      }}
    >
      {words
        ?.map((found) => withApostrophes(found, typed))
        .map((word) => (
          <button key={word} type="button" role="menuitem" tabIndex={-1} onClick={() => take(word)}>
            <b>{word}</b>
          </button>
        ))}
      {words?.length === 0 && <p>{t.spelling.none}</p>}
      <button type="button" role="menuitem" tabIndex={-1} onClick={add}>
        {t.spelling.add}
      </button>
    </div>
  )
}

/** Dictionaries have apostrophes of one kind or the other: straight ones stay where they were typed. */
const withApostrophes = (word: string, typed: string): string =>
  typed.includes("'") ? word.replaceAll('’', "'") : word.replaceAll("'", '’')

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function onMenuKey(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const entries = [...event.currentTarget.querySelectorAll('button')]
  const here = entries.findIndex((entry) => entry === document.activeElement)
  const step = STEPS[event.key]
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault()
    close()
  } else if (step !== undefined) {
    event.preventDefault()
    entries[(here + step + entries.length) % entries.length]?.focus()
  }
}
