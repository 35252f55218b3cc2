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
    <Dialog
      title={t.importing.title}
      closeLabel={t.common.close}
      close={hide}
      className={state.rows.length === 0 && choosing === null ? 'imp short' : 'imp'}
    >
      {choosing === null ? (
        <>
          <DropZone alone={state.rows.length === 0} />
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

/** Alone in the dialog it is large, and names all that can be read. */
function DropZone({ alone }: { readonly alone: boolean }) {
  const { choose, paste } = useImport()
  return (
    <div className={alone ? 'dz alone' : 'dz'}>
      <Icon name="import" size={alone ? 'l' : 'm'} />
      <b>{t.importing.dropHere}</b>
      <span className="dim grow" title={t.importing.allFormats}>
        {alone ? t.importing.allFormats : t.importing.formats}
      </span>
      <span className="ways">
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
      </span>
    </div>
  )
}
