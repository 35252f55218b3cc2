import { parseBrief } from '../../shared/brief/parse.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { TEMPLATE_TEXTS } from '../../shared/brief/templates.ts'
import type { Brief, OwnTemplate, TemplateChoice } from '../../shared/contract/briefs.ts'
import { createBrief, listTemplates as list } from '../db/briefs.ts'
import type { Library } from '../library/library.ts'
import { getBrief, openBrief } from './briefs.ts'
import { storedForm } from './working-copy.ts'

/*
 * A template of one's own is a brief that says so in its front matter
 * (`template: true`): it is written, kept, put into the trash and travels like
 * any other.
 */

/** What a new brief begins with. Throws what `openBrief` throws. */
export function stateFrom(library: Library, choice: TemplateChoice): Pick<BriefState, 'root'> {
  if (choice.kind === 'own') return openBrief(library, choice.brief).state
  return parseBrief(TEMPLATE_TEXTS[choice.name], { name: '', passageOf: () => null })
}

export const listTemplates = ({ reader }: Library): OwnTemplate[] => list(reader)

/** A copy of a brief as a template, as one step of undo. Throws what `openBrief` throws. */
export function saveAsTemplate(library: Library, id: string): Brief {
  const { state } = openBrief(library, id)
  const template: BriefState = { ...state, extra: { ...state.extra, template: true } }
  const made = library.write('save a template', (writer) => createBrief(writer, storedForm(template)))
  return getBrief(library, made)
}
