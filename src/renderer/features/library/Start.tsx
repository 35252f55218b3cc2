import { Icon } from '../../ui/Icon.tsx'
import { useMessages } from '../../app/messages.tsx'
import { nameOf } from '../../app/keys.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { useImport } from '../import/import-run.tsx'

/** A library without sources: what to do first, and what comes of it. */
export function Start() {
  const { show } = useImport()
  return (
    <>
      <div className="bar">
        <h2>{t.library.title}</h2>
        <span className="grow" />
        <button type="button" className="btn" onClick={show}>
          <Icon name="import" size="s" />
          {t.navigation.import}
        </button>
      </div>
      <div className="hero">
        <div className="in">
          <h1>{t.start.title}</h1>
          <p className="lead">{t.start.lead}</p>
          <DropPlace />
          <How />
          <OtherLibrary />
        </div>
      </div>
      <div className="foot">
        <Icon name="lock" size="s" />
        <span>{t.start.private}</span>
      </div>
    </>
  )
}

function DropPlace() {
  const { choose } = useImport()
  const { platform } = useCapabilities()
  return (
    <div className="big">
      <Icon name="import" size="l" />
      <b>{t.start.drop}</b>
      <span className="dim">{t.start.paste(nameOf({ key: 'v', mod: true }, platform))}</span>
      {choose !== null && (
        <div className="buttons">
          <button type="button" className="btn l primary" data-first-focus onClick={() => choose(false)}>
            {t.start.chooseFiles}
          </button>
          <button type="button" className="btn l" onClick={() => choose(true)}>
            {t.start.chooseFolder}
          </button>
        </div>
      )}
      <div className="fm">
        {t.start.formats.map((format) => (
          <span key={format}>{format}</span>
        ))}
      </div>
    </div>
  )
}

function How() {
  return (
    <ol className="how">
      {t.start.how.map(({ title, text }, index) => (
        <li key={title}>
          <b aria-hidden="true">{index + 1}</b>
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function OtherLibrary() {
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  if (shell === null) return null
  return (
    <div className="alt">
      <button type="button" className="btn ghost" onClick={() => void shell.chooseLibrary({}).catch(fault)}>
        <Icon name="folder" size="s" />
        {t.start.openLibrary}
      </button>
    </div>
  )
}
