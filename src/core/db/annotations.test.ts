import { describe, expect, it } from 'vitest'
import { briefOf, importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { addActorAlias, findActor, listActors, speakerOf } from './actors.ts'
import type { NewAnnotationRow } from './annotations.ts'
import { setAnchoring } from './anchoring.ts'
import {
  appendAnchor,
  createAnnotation,
  findAnchor,
  findAnnotation,
  listAnchors,
  listAnnotations,
  removeAnnotation,
} from './annotations.ts'
import { briefsQuoting, createBrief } from './briefs.ts'
import { addVersion } from './versions.ts'

const TEXT = 'The port will close in March, the minister said.'

const annotate = (library: Library, over: Partial<NewAnnotationRow> = {}) => {
  const { source, version } = importText(library, TEXT)
  const row: NewAnnotationRow = {
    source,
    version,
    segments: [{ start: 4, end: 8 }],
    exact: 'port',
    prefix: 'The ',
    suffix: ' will',
    colour: 'yellow',
    comment: null,
    tags: [],
    attribution: null,
    ...over,
  }
  const id = library.write('Annotate', (writer) => createAnnotation(writer, row))
  return { id, source, version }
}

describe('annotations', () => {
  it('come back as they were made', () => {
    using place = scratch()
    const library = place.open()
    const { id, source } = annotate(library, {
      segments: [
        { start: 4, end: 8 },
        { start: 20, end: 28 },
      ],
      exact: 'port in March',
      comment: 'two pieces',
      tags: ['b', 'a', 'b'],
      attribution: { speaker: 'Mara Lind', stance: 'against', quotedBy: 'The Courier' },
    })
    const found = findAnnotation(library.reader, id)
    expect(found).toEqual({
      id,
      source,
      version: 1,
      start: 4,
      end: 28,
      segments: [
        { start: 4, end: 8 },
        { start: 20, end: 28 },
      ],
      exact: 'port in March',
      prefix: 'The ',
      suffix: ' will',
      status: 'anchored',
      comment: 'two pieces',
      tags: ['b', 'a'],
      colour: 'yellow',
      attribution: {
        speaker: 'Mara Lind',
        role: null,
        stance: 'against',
        topic: null,
        date: null,
        place: null,
        language: null,
        quotedBy: 'The Courier',
      },
    })
    expect(listAnnotations(library.reader, { source })).toEqual([found])
    expect(listAnnotations(library.reader)).toEqual([found])
  })

  it('keep their older anchors when they move', () => {
    using place = scratch()
    const library = place.open()
    const { id, source } = annotate(library)
    library.write('Re-import', (writer) => {
      const version = addVersion(writer, source, versionOf(library, `Today: ${TEXT}`))
      appendAnchor(writer, id, {
        version,
        segments: [{ start: 11, end: 15 }],
        exact: 'Port',
        prefix: '',
        suffix: '',
      })
      setAnchoring(writer, id, version, 'moved')
    })
    expect(findAnnotation(library.reader, id)).toMatchObject({
      status: 'moved',
      version: 2,
      start: 11,
      exact: 'Port',
      old: { version: 1, start: 4, end: 8, exact: 'port' },
    })
    const [first] = listAnchors(library.reader, id)
    expect(findAnchor(library.reader, first?.id ?? '')).toMatchObject({ exact: 'port', annotation: id })
    library.undo()
    expect(findAnnotation(library.reader, id)).toMatchObject({ status: 'anchored', version: 1, start: 4 })
  })

  it('are orphaned in a version that has no place for them', () => {
    using place = scratch()
    const library = place.open()
    const { id, source } = annotate(library)
    library.write('Re-import', (writer) => addVersion(writer, source, versionOf(library, 'All gone.')))
    expect(findAnnotation(library.reader, id)).toMatchObject({
      status: 'orphaned',
      version: 1,
      start: null,
      end: null,
      segments: [],
      exact: 'port',
    })
  })

  it('go, and come back', () => {
    using place = scratch()
    const library = place.open()
    const { id } = annotate(library)
    library.write('Remove', (writer) => removeAnnotation(writer, id))
    expect(findAnnotation(library.reader, id)).toBeNull()
    expect(listAnchors(library.reader, id)).toHaveLength(1)
    library.undo()
    expect(findAnnotation(library.reader, id)).not.toBeNull()
  })

  it('are known to the briefs that quote them', () => {
    using place = scratch()
    const library = place.open()
    const { id } = annotate(library)
    const brief = library.write('New brief', (writer) =>
      createBrief(writer, briefOf(`So {${id}} and {${id}}`)),
    )
    expect(briefsQuoting(library.reader, [id, 'an_none'])).toMatchObject([{ id: brief, quotes: 2 }])
    expect(briefsQuoting(library.reader, ['an_none'])).toEqual([])
  })
})

describe('actors', () => {
  it('are one by any of their names', () => {
    using place = scratch()
    const library = place.open()
    const { id } = annotate(library, { attribution: { speaker: 'Mara Lind', role: 'minister' } })
    const [actor] = listActors(library.reader)
    if (!actor) throw new Error('No actor')
    library.write('Alias', (writer) => {
      addActorAlias(writer, actor.id, 'M. Lind')
      addActorAlias(writer, actor.id, 'M.  Lind')
    })
    annotate(library, { attribution: { speaker: ' M. Lind', role: 'minister', quotedBy: 'Mara\u00a0Lind' } })
    expect(findActor(library.reader, actor.id)).toEqual({
      id: actor.id,
      name: 'Mara Lind',
      aliases: ['M. Lind'],
      roles: ['minister'],
    })
    expect(listActors(library.reader)).toHaveLength(1)
    expect(speakerOf(library.reader, id)).toMatchObject({ name: 'Mara Lind', aliases: ['M. Lind'] })
    expect(speakerOf(library.reader, annotate(library).id)).toBeNull()
  })
})
