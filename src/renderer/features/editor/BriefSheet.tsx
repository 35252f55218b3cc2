import { useLayoutEffect, useRef } from 'react'
import type { BriefAct } from '../../../shared/contract/page.ts'
import { useLayout } from '../../app/layout.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useTitle } from '../../app/title.ts'
import { Icon } from '../../ui/Icon.tsx'
import { AlterQuote } from '../alter/AlterQuote.tsx'
import { Bibliography } from '../citing/Bibliography.tsx'
import { CitationForms } from '../citing/CitationForm.tsx'
import { FindInBrief } from '../find/FindInBrief.tsx'
import { useBriefWays } from '../export/useBriefWays.ts'
import { BlockTools } from './blocks/BlockTools.tsx'
import { InsertMenu } from './blocks/InsertMenu.tsx'
import { useOutlineKey } from '../outline/useOutlineKey.ts'
import { BriefFoot } from './BriefFoot.tsx'
import { BriefMenu } from './BriefMenu.tsx'
import { DrawnNodes } from './DrawnNodes.tsx'
import { NotSaved } from './NotSaved.tsx'
import { usePastes } from './clipboard/usePastes.ts'
import { QuotePicker } from './picker/QuotePicker.tsx'
import { SourcePicker } from './picker/SourcePicker.tsx'
import { useSession } from './session-context.tsx'
import { StyleMenu } from './StyleMenu.tsx'
import { useStore } from './store.ts'
import { TypedMarks } from './TypedMarks.tsx'
import { useCaret } from './useCaret.ts'
import { useDraftKeys } from './useDraftKeys.ts'
import { useFootnoteNumbers } from './useFootnoteNumbers.ts'
import { useShowPassage } from './useShowPassage.ts'
import './brief.css'

/** The brief that is open: its title, its text, and the foot with its sums. */
export function BriefSheet() {
  const session = useSession()
  const title = useStore(session.title)
  const name = title === '' ? t.briefs.untitled : title
  const { act, dialog } = useBriefWays(name)
  useTitle(name)
  useCaret(session)
  useShowPassage(session)
  usePastes(session)
  useFootnoteNumbers(session)
  useDraftKeys(session, act)
  useOutlineKey(session)
  return (
    <>
      <SheetBar name={name} act={act} />
      <NotSaved />
      <FindInBrief />
      <Scroll>
        <article className="sheet brief" aria-label={name}>
          <textarea
            className="brief-title"
            aria-label={t.editor.titleLabel}
            placeholder={t.briefs.untitled}
            rows={1}
            value={title}
            dir="auto"
            spellCheck={false}
            onChange={(event) => session.title.set(event.target.value.replaceAll('\n', ' '))}
            onBlur={() => void session.saving.flush(false)}
          />
          <div className="draft-place">
            <Draft />
            <TypedMarks />
            <QuotePicker />
            <SourcePicker />
            <BlockTools />
          </div>
          <Bibliography />
        </article>
      </Scroll>
      <BriefFoot />
      <AlterQuote />
      <CitationForms />
      {dialog}
    </>
  )
}

function SheetBar({ name, act }: { readonly name: string; readonly act: (act: BriefAct) => void }) {
  const { list, toggleList, panel, togglePanel } = useLayout()
  return (
    <div className="bar">
      {list !== 'beside' && (
        <button type="button" className="btn icon" aria-label={t.navigation.showList} onClick={toggleList}>
          <Icon name="list" />
        </button>
      )}
      <h1 className="trail">
        <span className="dim">{t.briefs.title} / </span>
        <bdi>{name}</bdi>
      </h1>
      <span className="grow" />
      <StyleMenu />
      <InsertMenu />
      <button type="button" className="btn" onClick={() => act('export')}>
        <Icon name="export" size="s" />
        {t.editor.export}
      </button>
      <BriefMenu act={act} />
      {panel === 'closed' && (
        <button type="button" className="btn icon" aria-label={t.navigation.showPanel} onClick={togglePanel}>
          <Icon name="panel" flip />
        </button>
      )}
    </div>
  )
}

/** The sheet scrolls, and is found again where it was left. */
function Scroll({ children }: { readonly children: React.ReactNode }) {
  const session = useSession()
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (place.current !== null) place.current.scrollTop = session.scroll
  }, [session])
  return (
    <div
      ref={place}
      className="scroll brief-scroll"
      onScroll={(event) => session.keepScroll(event.currentTarget.scrollTop)}
    >
      {children}
    </div>
  )
}

function Draft() {
  const session = useSession()
  return (
    <>
      <DraftPlace />
      <DrawnNodes editor={session.editor} />
    </>
  )
}

/** The session's own element is what is written in; it is put here while the view is. */
function DraftPlace() {
  const session = useSession()
  const place = useRef<HTMLDivElement>(null)
  // Before anything else asks what is in sight.
  useLayoutEffect(() => {
    const { root, saving } = session
    // The box of a task takes the focus in the midst of a change, and stays inside.
    const onBlur = ({ relatedTarget }: FocusEvent): void => {
      if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) void saving.flush(false)
    }
    place.current?.append(root)
    root.addEventListener('blur', onBlur)
    return () => {
      root.removeEventListener('blur', onBlur)
      root.remove()
      void saving.flush(true)
    }
  }, [session])
  return <div ref={place} />
}
