import { about } from './about.ts'
import { alter } from './altering.ts'
import { blocks } from './blocks.ts'
import { briefs, check, citations, editor } from './editing.ts'
import { exporting } from './exporting.ts'
import { annotations, details, highlight, reader, uses } from './reading.ts'
import { acts, common, connection, counts, keyNames, leaving, navigation, theme } from './shell.ts'
import { citing } from './citing.ts'
import { lint } from './linting.ts'
import { importing } from './importing.ts'
import { library, search, start } from './sources.ts'
import { briefMenu, find, outline, revisions, spelling, templates, typing } from './writing.ts'
import { tabs } from './tabs.ts'
import { stories } from './stories.ts'
import { restoring } from './restoring.ts'
import { takingOut } from './taking-out.ts'
import { trash } from './trash.ts'
import { versions } from './versions.ts'

/** Every word that the window shows or says. Plurals and numbers are the language's own; no sentence is glued from parts. */
export const t = {
  about,
  acts,
  alter,
  annotations,
  blocks,
  briefMenu,
  briefs,
  check,
  citations,
  citing,
  common,
  connection,
  counts,
  details,
  editor,
  exporting,
  find,
  highlight,
  importing,
  keyNames,
  leaving,
  library,
  lint,
  navigation,
  outline,
  reader,
  revisions,
  search,
  spelling,
  start,
  stories,
  tabs,
  restoring,
  takingOut,
  templates,
  theme,
  trash,
  typing,
  uses,
  versions,
}
