import { TEMPLATES } from '../../../shared/brief/templates.ts'
import type { TemplateChoice } from '../../../shared/contract/briefs.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './templates.css'

/** What a new brief may begin with: the product's templates and the author's own. */
export function TemplateDialog({
  create,
  close,
}: {
  readonly create: (template: TemplateChoice) => void
  readonly close: () => void
}) {
  const own = useLive('templates', [], (core) => core.briefs.templates({}))
  const choose = (template: TemplateChoice): void => {
    close()
    create(template)
  }
  return (
    <Dialog title={t.templates.title} closeLabel={t.common.close} close={close} className="templates">
      <div className="body">
        <h3 id="given-templates">{t.templates.given}</h3>
        <ul aria-labelledby="given-templates">
          {TEMPLATES.map((name, index) => (
            <li key={name}>
              <button
                type="button"
                className="template"
                {...(index === 0 ? { 'data-first-focus': '' } : {})}
                onClick={() => choose({ kind: 'given', name })}
              >
                <b>{t.templates.names[name]}</b>
                <small>{t.templates.hints[name]}</small>
              </button>
            </li>
          ))}
        </ul>
        <h3 id="own-templates">{t.templates.own}</h3>
        {own.kind === 'failed' && (
          <p className="warn" role="alert">
            {sentenceOf(own.error)}
          </p>
        )}
        {own.kind === 'ready' && own.value.length === 0 && <p className="dim">{t.templates.noneOwn}</p>}
        {own.kind === 'ready' && own.value.length > 0 && (
          <ul aria-labelledby="own-templates">
            {own.value.map(({ brief, title }) => (
              <li key={brief}>
                <button
                  type="button"
                  className="template"
                  dir="auto"
                  onClick={() => choose({ kind: 'own', brief })}
                >
                  <b>{title === '' ? t.briefs.untitled : title}</b>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
