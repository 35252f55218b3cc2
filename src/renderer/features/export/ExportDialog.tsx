import { useState, type ReactNode } from 'react'
import type { ExportFormat } from '../../../shared/contract/exports.ts'
import { DESIGNS, PAPERS, type PdfLook } from '../../../shared/contract/pdf-look.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StyleChooser } from '../citing/StyleChooser.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useSelected, useStore } from '../editor/store.ts'
import { nextToLookAt } from '../editor/useDraftKeys.ts'
import { needsLook } from '../editor/verdict.tsx'
import {
  flavoured,
  formatOf,
  formatsIn,
  isOff,
  isTicked,
  KINDS,
  takesMore,
  ticked,
  useChoices,
  type Choices,
  type Kind,
} from './choices.ts'
import { ContentsChoice } from './ContentsChoice.tsx'
import { EvidenceOptions } from './EvidenceOptions.tsx'
import { NO_EVIDENCE } from './last-export.ts'
import { Preview } from './Preview.tsx'
import { useExport, type Writing } from './useExport.ts'
import './export.css'

/** Sends the brief out: formats and look here, the place in the system's own dialog. Faults are told before, and stop nothing. */
export function ExportDialog({
  name,
  why: told,
  close,
}: {
  readonly name: string
  /** What is to be known before; null for nothing. */
  readonly why: string | null
  readonly close: () => void
}) {
  const session = useSession()
  const [choices, keep] = useChoices()
  const [why, setWhy] = useState(told)
  const [evidence, setEvidence] = useState(NO_EVIDENCE)
  const { writing, write, stop } = useExport(session, name, { done: close, failed: setWhy })
  const quotations = useStore(session.checking.checked).quotations.length
  const formats = formatsIn(choices, quotations)
  const leave = (): void => {
    stop()
    close()
  }
  return (
    <Dialog title={t.exporting.title(name)} closeLabel={t.common.close} close={leave} className="export">
      <div className="parts">
        <div className="body">
          <Formats choices={choices} keep={keep} quotations={quotations} />
          {formats.includes('evidence') && (
            <EvidenceOptions evidence={evidence} choose={setEvidence} failed={setWhy} />
          )}
          <Style />
          <Look look={choices.look} keep={(look) => keep({ ...choices, look })} />
          {formats.some(takesMore) && <ContentsChoice choices={choices} keep={keep} />}
          {formats.includes('docx') && <Endnotes choices={choices} keep={keep} />}
        </div>
        <Preview choices={choices} />
      </div>
      <Faults close={close} listed={choices.appendix && formats.some(takesMore)} />
      <Why sentence={why} />
      <Foot
        writing={writing}
        formats={formats.length}
        leave={leave}
        write={() => {
          setWhy(null)
          write({ formats, choices, evidence })
        }}
      />
    </Dialog>
  )
}

interface FootProps {
  readonly writing: Writing | null
  /** How many are ticked. */
  readonly formats: number
  readonly leave: () => void
  readonly write: () => void
}

function Foot({ writing, formats, leave, write }: FootProps) {
  const { shell } = useCapabilities()
  return (
    <footer>
      {shell === null && <span className="dim">{t.exporting.noShell}</span>}
      <span className="grow" role="status">
        {writing !== null && t.exporting.writing(t.exporting[writing.format], writing.number, writing.of)}
      </span>
      <button type="button" className="btn l" onClick={leave}>
        {writing === null ? t.common.cancel : t.exporting.stop}
      </button>
      <button
        type="button"
        className="btn l primary"
        disabled={writing !== null || shell === null || formats === 0}
        onClick={write}
      >
        {t.exporting.export(formats)}
      </button>
    </footer>
  )
}

/** What is to be known before, or why nothing was written. */
function Why({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null
  return (
    <p role="alert" className="banner why">
      {sentence}
    </p>
  )
}

function Faults({ close, listed }: { readonly close: () => void; readonly listed: boolean }) {
  const session = useSession()
  const { quotations } = useStore(session.checking.checked)
  const faults = quotations.filter(({ row }) => needsLook(row)).length
  if (faults === 0) return null
  return (
    <div className="banner">
      <Icon name="warn" />
      <p className="grow">
        <b>{t.exporting.faults(faults, quotations.length)}</b>{' '}
        {listed ? t.exporting.faultsListed : t.exporting.faultsHint}
      </p>
      <button
        type="button"
        className="btn"
        onClick={() => {
          close()
          nextToLookAt(session, 1)
        }}
      >
        {t.exporting.checkFirst}
      </button>
    </div>
  )
}

interface Chosen {
  readonly choices: Choices
  /** How many the brief has. */
  readonly quotations: number
  readonly keep: (choices: Choices) => void
}

function Formats(chosen: Chosen) {
  return (
    <fieldset className="formats">
      <legend>{t.exporting.formats}</legend>
      {KINDS.map((kind, at) => (
        <Line key={kind.name} kind={kind} first={at === 0} {...chosen} />
      ))}
    </fieldset>
  )
}

function Line({
  kind,
  first,
  choices,
  keep,
  quotations,
}: Chosen & { readonly kind: Kind; readonly first: boolean }) {
  const off = isOff(kind, quotations)
  const is = isTicked(kind, choices) && !off
  const format = formatOf(kind, choices)
  return (
    <div className="line" data-ticked={is}>
      <label>
        <input
          type="checkbox"
          checked={is}
          disabled={off}
          {...(first ? { 'data-first-focus': '' } : {})}
          onChange={({ target }) => keep(ticked(kind, choices, target.checked))}
        />
        <Icon name={kind.icon} />
        <span>
          <b>{t.exporting.kinds[kind.name]}</b>
          <small>{off ? t.exporting.noQuotations : t.exporting.hints[format]}</small>
        </span>
      </label>
      {is && kind.formats.length > 1 && (
        <Choice
          label={t.exporting.flavour}
          choices={kind.formats.map((each) => ({ name: each, label: t.exporting.flavours[each] }))}
          chosen={format}
          choose={(flavour: ExportFormat) => keep(flavoured(kind, choices, flavour))}
        />
      )}
    </div>
  )
}

/** The brief's own style: what is chosen here is chosen on the sheet too. */
function Style() {
  const session = useSession()
  const chosen = useStore(session.citationStyle)
  const set = useSelected(session.citing.cites, ({ rendered }) => rendered?.style.id ?? null)
  const style = chosen ?? set
  if (style === null) return null
  return (
    <Group title={t.exporting.citations}>
      <StyleChooser style={style} />
    </Group>
  )
}

function Look({ look, keep }: { readonly look: PdfLook; readonly keep: (look: PdfLook) => void }) {
  return (
    <Group title={t.exporting.pages}>
      <Choice
        label={t.exporting.design}
        choices={DESIGNS.map((name) => ({ name, label: t.exporting.designs[name] }))}
        chosen={look.design}
        choose={(design) => keep({ ...look, design })}
      />
      <Choice
        label={t.exporting.paper}
        choices={PAPERS.map((name) => ({ name, label: t.exporting.papers[name] }))}
        chosen={look.paper}
        choose={(paper) => keep({ ...look, paper })}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={look.contents}
          onChange={({ target }) => keep({ ...look, contents: target.checked })}
        />
        {t.exporting.contents}
      </label>
    </Group>
  )
}

function Endnotes({ choices, keep }: Omit<Chosen, 'quotations'>) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={choices.endnotes}
        onChange={({ target }) => keep({ ...choices, endnotes: target.checked })}
      />
      {t.exporting.endnotes}
    </label>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
