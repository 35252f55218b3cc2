import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { ArchiveChooser } from './ArchiveChooser.tsx'
import { useImport } from './import-run.tsx'
import { ImportRows } from './ImportRows.tsx'
import { hasImported } from './summary.ts'

export function ImportDialog() {
  const { shown, hide, state, choosing, fault, said } = useImport()
  if (!shown) return null
  return (
    <Dialog title={t.importing.title} closeLabel={t.common.close} close={hide} className="imp">
      {choosing === null ? (
        <>
          <DropZone />
          {state.rows.length > 0 && <ImportRows />}
          {fault !== null && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
          <Foot />
        </>
      ) : (
        <ArchiveChooser key={choosing.file.token} choosing={choosing} />
      )}
      <span className="vh" role="status">
        {said}
      </span>
    </Dialog>
  )
}

function Foot() {
  const { state, running, stop, hide, undo, redo } = useImport()
  return (
    <footer>
      <Icon name="lock" size="s" />
      <span className="grow">{t.importing.kept}</span>
      {!running && state.undone === null && hasImported(state) && (
        <button type="button" className="btn l" onClick={undo}>
          <Icon name="undo" size="s" />
          {t.importing.undo}
        </button>
      )}
      {!running && state.undone !== null && (
        <button type="button" className="btn l" onClick={redo}>
          {t.importing.redo}
        </button>
      )}
      {running && (
        <button type="button" className="btn l" onClick={stop}>
          {t.importing.stop}
        </button>
      )}
      <button type="button" className="btn l primary" onClick={hide}>
        {running ? t.importing.background : t.importing.done}
      </button>
    </footer>
  )
}

function DropZone() {
  const { choose, paste } = useImport()
  return (
    <div className="dz">
      <Icon name="import" />
      <b>{t.importing.dropHere}</b>
      <span className="dim grow">{t.importing.formats}</span>
      {choose !== null && (
        <>
          <button type="button" className="btn" onClick={() => choose(false)}>
            {t.importing.choose}
          </button>
          <button type="button" className="btn" onClick={() => choose(true)}>
            {t.importing.chooseFolder}
          </button>
        </>
      )}
      {paste !== null && (
        <button type="button" className="btn" onClick={paste}>
          {t.importing.pasteText}
        </button>
      )}
    </div>
  )
}
