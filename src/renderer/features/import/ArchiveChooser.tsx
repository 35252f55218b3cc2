import { useMemo, useState } from 'react'
import type { PartOfOriginal } from '../../../shared/contract/sources.ts'
import { t } from '../../app/strings/catalogue.ts'
import { size } from '../../app/strings/importing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { Choosing } from './choosing.ts'
import { useImport } from './import-run.tsx'
import { having } from './having.ts'

/** The pages of a web archive, of which those that are ticked will be imported. Nothing of it is stored yet. */
export function ArchiveChooser({ choosing }: { readonly choosing: Choosing }) {
  const { file, parts } = choosing
  if (parts === null)
    return (
      <>
        <p className="looking">{t.importing.archive.looking(file.name)}</p>
        <Skeleton />
        <Foot choosing={choosing} keys={[]} />
      </>
    )
  return <Pages choosing={choosing} parts={parts} />
}

function Skeleton() {
  return (
    <div className="frs skeleton" aria-hidden="true">
      {[70, 55, 62].map((width) => (
        <i key={width} style={{ inlineSize: `${String(width)}%` }} />
      ))}
    </div>
  )
}

function Pages({
  choosing,
  parts,
}: {
  readonly choosing: Choosing
  readonly parts: readonly PartOfOriginal[]
}) {
  const [words, setWords] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => having(parts, words), [parts, words])
  const keys = parts.map(({ key }) => key).filter((key) => !left.has(key))
  const setAll = (on: boolean): void => {
    const next = new Set(left)
    for (const { key } of shown) {
      if (on) next.delete(key)
      else next.add(key)
    }
    setLeft(next)
  }
  const toggle = (key: string): void => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  return (
    <>
      <div className="prog">
        <b>{t.importing.archive.title(choosing.file.name)}</b>
        <Pick words={words} setWords={setWords} setAll={setAll} />
      </div>
      <div className="frs">
        {shown.length === 0 && <p className="looking">{t.importing.archive.nothing}</p>}
        <VirtualList
          items={shown}
          keyOf={({ key }) => key}
          estimate={57}
          label={t.importing.archive.pages}
          role="list"
        >
          {(part) => <Page part={part} on={!left.has(part.key)} toggle={() => toggle(part.key)} />}
        </VirtualList>
      </div>
      <Foot choosing={choosing} keys={keys} />
    </>
  )
}

function Pick({
  words,
  setWords,
  setAll,
}: {
  readonly words: string
  readonly setWords: (words: string) => void
  readonly setAll: (on: boolean) => void
}) {
  return (
    <div className="pick">
      <input
        type="search"
        className="input grow"
        autoFocus
        aria-label={t.importing.archive.filter}
        placeholder={t.importing.archive.filter}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="button" className="btn" onClick={() => setAll(true)}>
        {t.importing.archive.all}
      </button>
      <button type="button" className="btn" onClick={() => setAll(false)}>
        {t.importing.archive.none}
      </button>
    </div>
  )
}

function Page({
  part,
  on,
  toggle,
}: {
  readonly part: PartOfOriginal
  readonly on: boolean
  readonly toggle: () => void
}) {
  const { title, name, date, bytes } = part
  return (
    <label className="fr page">
      <input type="checkbox" checked={on} onChange={toggle} />
      <span className="grow">
        <span className="nm">
          <b>{title ?? t.importing.archive.untitled}</b>
        </span>
        <span className="wh" title={name}>
          <bdi>{name}</bdi>
        </span>
      </span>
      <span className="sz num">
        {date !== null && t.importing.archive.saved(date)}
        <br />
        {size(bytes)}
      </span>
    </label>
  )
}

function Foot({ choosing, keys }: { readonly choosing: Choosing; readonly keys: readonly string[] }) {
  const { takeParts, cancelChoosing } = useImport()
  const all = choosing.parts?.length ?? 0
  return (
    <footer>
      <Icon name="lock" size="s" />
      <span className="grow" role="status">
        {choosing.parts === null ? t.importing.kept : t.importing.archive.chosen(keys.length, all)}
      </span>
      <button type="button" className="btn l" onClick={cancelChoosing}>
        {t.common.cancel}
      </button>
      <button
        type="button"
        className="btn l primary"
        disabled={keys.length === 0}
        onClick={() => takeParts(choosing, keys)}
      >
        {t.importing.archive.import(keys.length)}
      </button>
    </footer>
  )
}
