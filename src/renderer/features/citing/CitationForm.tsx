import { $getNodeByKey } from 'lexical'
import { useId, useState } from 'react'
import type { CitationItem } from '../../../shared/brief/nodes.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { itemOf, setCitation } from '../editor/acts/cite.ts'
import { CitationNode } from '../editor/nodes/citation.tsx'
import { useSession } from '../editor/session-context.tsx'
import type { BriefSession } from '../editor/session.ts'
import { useStore } from '../editor/store.ts'

/** The form of the citation that was pressed. */
export function CitationForms() {
  const session = useSession()
  const key = useStore(session.citingOpen)
  const items = key === null ? null : itemsOf(session, key)
  if (key === null || items === null) return null
  return <CitationForm key={key} node={key} items={items} />
}

const itemsOf = ({ editor }: BriefSession, key: string): readonly CitationItem[] | null =>
  editor.read(() => {
    const node = $getNodeByKey(key)
    return node instanceof CitationNode ? node.getItems() : null
  })

/** Locator, words before and after, author left out, more sources: taken as one step of undo. */
function CitationForm({
  node,
  items: given,
}: {
  readonly node: string
  readonly items: readonly CitationItem[]
}) {
  const session = useSession()
  const [items, setItems] = useState(given)
  const known = useId()
  const close = (): void => {
    session.citingOpen.set(null)
    session.root.focus()
  }
  const change = (at: number, to: Partial<CitationItem>): void =>
    setItems(items.map((item, index) => (index === at ? { ...item, ...to } : item)))
  return (
    <Dialog title={t.citing.form} closeLabel={t.common.close} close={close} className="citation-form">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setCitation(
            session.editor,
            node,
            items.map(tidy).filter(({ citekey }) => citekey !== ''),
          )
          session.checking.now()
          close()
        }}
      >
        <KnownSources id={known} />
        <div className="body">
          {items.map((item, index) => (
            <Item
              // oxlint-disable-next-line react/no-array-index-key -- two items may cite the same source
              key={index}
              item={item}
              known={known}
              first={index === 0}
              change={(to) => change(index, to)}
              remove={() => setItems(items.filter((_, at) => at !== index))}
            />
          ))}
          <button type="button" className="btn" onClick={() => setItems([...items, itemOf('')])}>
            <Icon name="plus" size="s" />
            {t.citing.add}
          </button>
        </div>
        <footer>
          <span className="grow" />
          <button type="button" className="btn" onClick={close}>
            {t.common.cancel}
          </button>
          <button type="submit" className="btn primary">
            {t.common.save}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Citekeys of the library, for a field to offer. */
function KnownSources({ id }: { readonly id: string }) {
  const sources = valueOf(
    useLive('citable sources', ['source'], (core) => core.sources.list({ limit: 2000 })),
  )
  return (
    <datalist id={id}>
      {(sources ?? []).map((source) => (
        <option key={source.id} value={source.citekey} label={source.title} />
      ))}
    </datalist>
  )
}

/** White space at the ends of fields is none; an empty locator is none. */
const tidy = ({ citekey, locator, prefix, suffix, suppressAuthor }: CitationItem): CitationItem => ({
  citekey: citekey.trim().replace(/^@/u, ''),
  locator: locator === null || locator.trim() === '' ? null : locator.trim(),
  prefix: prefix.trim(),
  suffix: suffix.trim() === '' ? '' : suffix.trimEnd(),
  suppressAuthor,
})

function Item({
  item,
  known,
  first,
  change,
  remove,
}: {
  readonly item: CitationItem
  readonly known: string
  readonly first: boolean
  readonly change: (to: Partial<CitationItem>) => void
  readonly remove: () => void
}) {
  return (
    <fieldset>
      <legend className="vh">{t.citing.item(item.citekey)}</legend>
      <Field
        label={t.citing.source}
        value={item.citekey}
        set={(citekey) => change({ citekey })}
        list={known}
      />
      <Field
        label={t.citing.locator}
        value={item.locator ?? ''}
        set={(locator) => change({ locator })}
        placeholder={t.citing.locatorExample}
        {...(first ? { 'data-first-focus': '' } : {})}
      />
      <Field label={t.citing.prefix} value={item.prefix} set={(prefix) => change({ prefix })} />
      <Field label={t.citing.suffix} value={item.suffix} set={(suffix) => change({ suffix })} />
      <label className="suppress">
        <input
          type="checkbox"
          checked={item.suppressAuthor}
          onChange={(event) => change({ suppressAuthor: event.target.checked })}
        />
        <span>{t.citing.suppress}</span>
      </label>
      <button type="button" className="btn icon" aria-label={t.citing.remove(item.citekey)} onClick={remove}>
        <Icon name="x" size="s" />
      </button>
    </fieldset>
  )
}

function Field({
  label,
  set,
  ...input
}: {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly list?: string
  readonly placeholder?: string
  readonly 'data-first-focus'?: string
}) {
  return (
    <label>
      <span>{label}</span>
      <input className="input" dir="auto" {...input} onChange={(event) => set(event.target.value)} />
    </label>
  )
}
