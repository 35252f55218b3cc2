import { useEffect, useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { NOTICES, ownLicence, version, type Notice } from './notices.ts'
import './about.css'

/** What this program is, under which licence, and whose works it comes with. Nothing in it is fetched. */
export function AboutDialog({ close }: { readonly close: () => void }) {
  const [named, setNamed] = useState('')
  useEffect(() => {
    version().then(setNamed, () => setNamed(''))
  }, [])
  return (
    <Dialog title={t.about.title} closeLabel={t.common.close} close={close} className="about-dialog">
      <div className="body">
        <p className="product">
          <b>{t.common.product}</b>
          {named !== '' && <span className="dim">{t.about.version(named)}</span>}
        </p>
        <p>{t.common.promise}</p>
        <p>
          {t.about.licence} {t.about.others}
        </p>
        <ul>
          <li>
            <Licence name={t.about.ours} texts={[ownLicence]} first />
          </li>
          {NOTICES.map((notice) => (
            <li key={notice.name}>
              <Work notice={notice} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function Work({ notice: { name, what, by, licence, address, texts } }: { readonly notice: Notice }) {
  return (
    <>
      <h3>{name}</h3>
      <p>{what}</p>
      <p>{by}</p>
      {address !== null && <p className="dim">{address}</p>}
      {texts.length === 0 ? (
        <p className="dim">{t.about.under(licence)}</p>
      ) : (
        <Licence name={licence} texts={texts} />
      )}
    </>
  )
}

/** A licence by its name; its words are read once it is opened. */
function Licence({
  name,
  texts,
  first,
}: {
  readonly name: string
  readonly texts: Notice['texts']
  readonly first?: boolean
}) {
  const [words, setWords] = useState<string | null>(null)
  const read = (): void => {
    if (words !== null) return
    Promise.all(texts.map((load) => load())).then(
      (all) => setWords(all.map((text) => text.trim()).join('\n\n\n')),
      () => setWords(t.about.notRead),
    )
  }
  return (
    <details onToggle={(event) => event.currentTarget.open && read()}>
      <summary {...(first === true ? { 'data-first-focus': '' } : {})}>{name}</summary>
      {words !== null && (
        <pre tabIndex={0} role="region" aria-label={name}>
          {words}
        </pre>
      )}
    </details>
  )
}
