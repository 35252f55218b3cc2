import type { ContractRouterClient } from '@orpc/contract'
import { ORPCError, createRouterClient, implement } from '@orpc/server'
import { Failure } from '../shared/contract/failures.ts'
import { contract } from '../shared/contract/index.ts'
import { createAnnotation } from './annotations/create.ts'
import { exportAnnotations } from './annotations/export.ts'
import { readAnnotations, writeAnnotations } from './annotations/files.ts'
import { importAnnotations } from './annotations/import.ts'
import { listAnnotations } from './annotations/list.ts'
import { mergeAnnotations } from './annotations/merge.ts'
import { migrateAnnotations } from './annotations/migrate.ts'
import { migrationOf } from './annotations/migration.ts'
import { candidatesOf, moveAnnotation } from './annotations/move.ts'
import { knownNames } from './annotations/names.ts'
import { removeAnnotation } from './annotations/remove.ts'
import { settle } from './annotations/settle.ts'
import { splitAnnotation } from './annotations/split.ts'
import { updateAnnotation } from './annotations/update.ts'
import { briefsAffected } from './briefs/affected.ts'
import { checkBrief, checkState } from './check/check-brief.ts'
import { checkDocx, checkDraft } from './check/check-draft.ts'
import { makeWordCodes } from './check/make-word-codes.ts'
import { Recheck } from './check/recheck.ts'
import { briefImage, keepImage } from './briefs/images.ts'
import { copiedBrief, pageOfBrief } from './briefs/copied.ts'
import { exportBrief } from './briefs/export.ts'
import { previewBrief } from './briefs/preview.ts'
import { importDraft } from './briefs/import.ts'
import { getBrief, listBriefs, openBrief } from './briefs/briefs.ts'
import { lint } from './briefs/lint.ts'
import { originalsOf } from './briefs/originals.ts'
import { listPassages } from './briefs/passages.ts'
import { removeBrief, restoreBrief } from './briefs/remove.ts'
import { suggestPassages } from './briefs/suggest.ts'
import { listRevisions, openRevision, restoreRevision, revisionDiff } from './briefs/revisions.ts'
import { listTemplates, saveAsTemplate, stateFrom } from './briefs/templates.ts'
import { usesOfSource } from './briefs/uses.ts'
import { salvageBrief, salvageToFile, salvagedText } from './briefs/salvage.ts'
import { createWorkingCopy, openWorkingCopy, saveWorkingCopy } from './briefs/working-copy.ts'
import { addStyle } from './citations/add-style.ts'
import { bibliographyOf, exportBibliography } from './citations/bibliography.ts'
import { removeStyle } from './citations/remove-style.ts'
import { renderCitations } from './citations/render.ts'
import { exportLibrary } from './export/library/export-library.ts'
import { restoreLibrary } from './export/library/restore-library.ts'
import { knownKey, makeKey } from './keys.ts'
import { pasteSource } from './import/paste.ts'
import { libraryInfo } from './library-info.ts'
import { rereadSource } from './import/reread.ts'
import { redoImport, undoImport } from './import/undo-import.ts'
import { separateVersion } from './import/separate.ts'
import { contentsOf, surveyPaths } from './import/survey.ts'
import { searchAll } from './search/search.ts'
import type { Services } from './services.ts'
import { editSource } from './sources/edit.ts'
import { sourceImage, sourceImages } from './sources/images.ts'
import { importSources } from './sources/import.ts'
import { lookOfSource, originalFile } from './sources/look.ts'
import { emptyTrash, trashContents } from './sources/empty-trash.ts'
import { listTrash, removeSource, restoreSource } from './sources/remove.ts'
import {
  listSources,
  showSource,
  sourceDocument,
  sourceIntegrity,
  sourceNamed,
  sourceOriginal,
  sourceText,
} from './sources/sources.ts'
import { listVersions, versionDiff } from './sources/versions.ts'
import { sayOfStory, storyDifferences, storyOf } from './stories/stories.ts'
import { verifyLibrary } from './verify/verify.ts'

/** Where a procedure’s fault is explained. */
const implementing = (services: Services) =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (thrown) {
      throw explained(thrown, services)
    }
  })

/** Every procedure of the contract, over one open library. */
export function createRouter(services: Services) {
  const { library } = services
  const os = implementing(services)
  return os.router({
    library: ofTheWhole(os, services),
    sources: {
      ...importing(os, services),
      list: os.sources.list.handler(({ input }) => listSources(library, input)),
      get: os.sources.get.handler(({ input }) => showSource(library, input)),
      text: os.sources.text.handler(({ input }) => ({ text: sourceText(library, input) })),
      versions: os.sources.versions.handler(({ input }) => listVersions(library, input.source)),
      diff: os.sources.diff.handler(({ input }) => versionDiff(library, input)),
      document: os.sources.document.handler(({ input }) => ({ document: sourceDocument(library, input) })),
      original: os.sources.original.handler(({ input }) => ({ bytes: sourceOriginal(library, input) })),
      originalFile: os.sources.originalFile.handler(({ input }) => originalFile(library, input)),
      look: os.sources.look.handler(({ input }) => lookOfSource(services, input)),
      integrity: os.sources.integrity.handler(({ input }) => sourceIntegrity(library, input)),
      images: os.sources.images.handler(({ input }) => sourceImages(library, input)),
      image: os.sources.image.handler(({ input }) => sourceImage(library, input)),
      edit: os.sources.edit.handler(({ input }) => editSource(library, input)),
      remove: os.sources.remove.handler(({ input }) => removeSource(library, input)),
      restore: os.sources.restore.handler(({ input }) => restoreSource(library, input.source)),
    },
    stories: {
      of: os.stories.of.handler(({ input }) => storyOf(library, input)),
      differences: os.stories.differences.handler(({ input }) => storyDifferences(library, input)),
      say: os.stories.say.handler(({ input }) => sayOfStory(library, input)),
    },
    annotations: annotating(os, services),
    briefs: aboutBriefs(os, services),
    citations: {
      styles: os.citations.styles.handler(async () => (await services.citations()).styles.list()),
      addStyle: os.citations.addStyle.handler(({ input }) => addStyle(services, input.path)),
      removeStyle: os.citations.removeStyle.handler(({ input }) => removeStyle(services, input.style)),
      render: os.citations.render.handler(({ input }) => renderCitations(services, input)),
    },
    check: checking(os, services),
    keys: signing(os),
  })
}

const checking = (os: ReturnType<typeof implementing>, { library }: Services) => ({
  brief: os.check.brief.handler(async ({ input }) => {
    await makeWordCodes(library)
    return checkBrief(library, input.brief)
  }),
  draft: os.check.draft.handler(async ({ input }) => {
    await makeWordCodes(library)
    return checkDraft(library, input)
  }),
  docx: os.check.docx.handler(async ({ input }) => {
    await makeWordCodes(library)
    return checkDocx(library, new Uint8Array(await input.file.arrayBuffer()))
  }),
})

/** Keys are of the user, not of the library. */
const signing = (os: ReturnType<typeof implementing>) => ({
  create: os.keys.create.handler(({ input }) => makeKey(input.path)),
  show: os.keys.show.handler(({ input }) => knownKey(input.path)),
})

/** What is done with all that a library holds. */
function ofTheWhole(os: ReturnType<typeof implementing>, services: Services) {
  const { library } = services
  return {
    info: os.library.info.handler(() => libraryInfo(library)),
    verify: os.library.verify.handler(() => verifyLibrary(library)),
    search: os.library.search.handler(({ input }) => searchAll(library, input)),
    changes: os.library.changes.handler(({ signal }) => streamed(library.changes(signal), services)),
    trash: os.library.trash.handler(() => listTrash(library)),
    trashContents: os.library.trashContents.handler(({ input }) => trashContents(library, input)),
    emptyTrash: os.library.emptyTrash.handler(({ input }) => emptyTrash(library, input)),
    exportAll: os.library.exportAll.handler(({ input, signal }) =>
      streamed(exportLibrary(services, input, signal), services),
    ),
    restore: os.library.restore.handler(({ input, signal }) =>
      streamed(restoreLibrary(input, signal), services),
    ),
    bibliography: os.library.bibliography.handler(({ input }) => bibliographyOf(library, input)),
    exportBibliography: os.library.exportBibliography.handler(({ input }) =>
      exportBibliography(library, input),
    ),
    undo: os.library.undo.handler(() => ({ undone: library.undo() })),
    redo: os.library.redo.handler(() => ({ redone: library.redo() })),
  }
}

const annotating = (os: ReturnType<typeof implementing>, services: Services) => {
  const { library } = services
  return {
    create: os.annotations.create.handler(({ input }) => createAnnotation(library, input)),
    move: os.annotations.move.handler(({ input }) => moveAnnotation(library, input)),
    merge: os.annotations.merge.handler(({ input }) => mergeAnnotations(library, input)),
    split: os.annotations.split.handler(({ input }) => splitAnnotation(library, input)),
    candidates: os.annotations.candidates.handler(({ input }) => candidatesOf(library, input)),
    migration: os.annotations.migration.handler(({ input }) => migrationOf(library, input.source)),
    migrate: os.annotations.migrate.handler(({ signal }) =>
      streamed(migrateAnnotations(library, signal), services),
    ),
    settle: os.annotations.settle.handler(({ input }) => settle(library, input)),
    update: os.annotations.update.handler(({ input }) => updateAnnotation(library, input)),
    remove: os.annotations.remove.handler(({ input }) => removeAnnotation(library, input)),
    names: os.annotations.names.handler(() => knownNames(library)),
    export: os.annotations.export.handler(({ input }) => exportAnnotations(library, input)),
    exportFile: os.annotations.exportFile.handler(({ input }) => writeAnnotations(library, input)),
    importFile: os.annotations.importFile.handler(({ input, signal }) =>
      streamed(readAnnotations(library, input, signal), services),
    ),
    import: os.annotations.import.handler(({ input, signal }) =>
      streamed(importAnnotations(library, input, signal), services),
    ),
    list: os.annotations.list.handler(({ input }) => listAnnotations(library, input)),
  } as const
}

/** How sources come into the library, and out of it again. */
function importing(os: ReturnType<typeof implementing>, services: Services) {
  const { library } = services
  return {
    import: os.sources.import.handler(({ input, signal }) =>
      streamed(importSources(services, input, signal), services),
    ),
    survey: os.sources.survey.handler(({ input, signal }) =>
      streamed(surveyPaths(input.paths, signal), services),
    ),
    contents: os.sources.contents.handler(({ input }) => contentsOf(services, input.path)),
    undoImport: os.sources.undoImport.handler(({ input }) => undoImport(library, input)),
    redoImport: os.sources.redoImport.handler(({ input }) => redoImport(library, input)),
    separate: os.sources.separate.handler(({ input }) => separateVersion(library, input.source)),
    paste: os.sources.paste.handler(({ input }) => pasteSource(services, input)),
    reread: os.sources.reread.handler(({ input }) => rereadSource(services, input)),
  }
}

/** What is done with briefs. */
function aboutBriefs(os: ReturnType<typeof implementing>, services: Services) {
  const { library } = services
  const recheck = new Recheck(library.reader)
  return {
    create: os.briefs.create.handler(({ input: { template, ...input } }) =>
      createWorkingCopy(library, { ...input, from: template && stateFrom(library, template) }),
    ),
    templates: os.briefs.templates.handler(() => listTemplates(library)),
    saveAsTemplate: os.briefs.saveAsTemplate.handler(({ input }) => saveAsTemplate(library, input.brief)),
    open: os.briefs.open.handler(({ input }) => openWorkingCopy(library, input.brief)),
    save: os.briefs.save.handler(({ input }) => saveWorkingCopy(library, input)),
    check: os.briefs.check.handler(({ input: { state, again } }) =>
      again ? recheck.check(state) : checkState(library.reader, state),
    ),
    passages: os.briefs.passages.handler(({ input }) => listPassages(library.reader, input.quotes)),
    lint: os.briefs.lint.handler(({ input }) => lint(library.reader, input, recheck.check(input.state))),
    suggest: os.briefs.suggest.handler(({ input }) => suggestPassages(library.reader, input)),
    uses: os.briefs.uses.handler(({ input }) => usesOfSource(library, input.source)),
    using: os.briefs.using.handler(({ input }) => [
      ...briefsAffected(library.reader, sourceNamed(library.reader, input.source)),
    ]),
    keepImage: os.briefs.keepImage.handler(({ input }) => keepImage(library, input.file)),
    image: os.briefs.image.handler(({ input }) => briefImage(library, input.blob)),
    list: os.briefs.list.handler(() => listBriefs(library)),
    get: os.briefs.get.handler(({ input }) => getBrief(library, input.brief)),
    remove: os.briefs.remove.handler(({ input }) => removeBrief(library, input.brief)),
    restore: os.briefs.restore.handler(({ input }) => restoreBrief(library, input.brief)),
    salvaged: os.briefs.salvaged.handler(({ input }) => salvagedText(library, input.brief)),
    salvage: os.briefs.salvage.handler(({ input }) => salvageBrief(library, input.brief)),
    salvageToFile: os.briefs.salvageToFile.handler(({ input }) => salvageToFile(library, input)),
    revisions: os.briefs.revisions.handler(({ input }) => listRevisions(library, input)),
    revision: os.briefs.revision.handler(({ input }) => openRevision(library, input.revision)),
    revisionDiff: os.briefs.revisionDiff.handler(({ input }) => revisionDiff(library, input.revision)),
    restoreRevision: os.briefs.restoreRevision.handler(({ input }) =>
      restoreRevision(library, input.revision),
    ),
    import: os.briefs.import.handler(({ input }) => importDraft(library, input)),
    export: os.briefs.export.handler(({ input, signal }) => exportBrief(services, input, signal)),
    copied: os.briefs.copied.handler(({ input }) => copiedBrief(services, input)),
    page: os.briefs.page.handler(async ({ input }) => ({ file: await pageOfBrief(services, input.brief) })),
    originals: os.briefs.originals.handler(({ input }) => {
      const { state } = openBrief(library, input.brief)
      return originalsOf(library, state, recheck.check(state))
    }),
    preview: os.briefs.preview.handler(({ input, signal }) => previewBrief(services, input, signal)),
  }
}

/** The contract as functions of this process: what the command line calls. */
export type Client = ContractRouterClient<typeof contract>

export const clientOf = (router: ReturnType<typeof createRouter>): Client =>
  createRouterClient(router, { context: {} })

/** A Failure as the contract's typed error; anything else is a bug: logged whole, told plainly. */
function explained(thrown: unknown, { log }: Services): unknown {
  if (thrown instanceof ORPCError) return thrown
  if (thrown instanceof Failure) {
    const { kind, message, reason, detail } = thrown
    return new ORPCError(kind, { message, data: detail === undefined ? { reason } : { reason, detail } })
  }
  log.error('A procedure failed in a way that nobody foresaw', thrown)
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: 'Verbatim made a mistake of its own.',
    cause: thrown,
  })
}

/** What goes wrong midway in a stream is explained like what goes wrong in a call. */
async function* streamed<T>(source: AsyncIterable<T>, services: Services): AsyncGenerator<T, void, void> {
  try {
    yield* source
  } catch (thrown) {
    throw explained(thrown, services)
  }
}
