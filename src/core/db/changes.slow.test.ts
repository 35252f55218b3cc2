import { describe, expect, it } from 'vitest'
import { briefOf, importText, scratch } from '../library/fixtures/scratch.ts'
import { createBrief } from './briefs.ts'

describe('changes', () => {
  it('tell of own writes at once, table by table', async () => {
    using place = scratch()
    const library = place.open()
    const changes = library.changes()
    const id = library.write('New brief', (writer) => createBrief(writer, briefOf('one')))
    expect(await changes.next()).toEqual({ done: false, value: { table: 'brief', ids: [id] } })
    const { source } = importText(library, 'A text')
    const told = new Map<string, readonly string[]>()
    while (!told.has('custody')) {
      const { value } = await changes.next()
      if (value) told.set(value.table, value.ids)
    }
    expect(told.get('source')).toEqual([source])
    expect([...told.keys()]).toContain('version')
    await changes.return()
  })

  it('tell of undo', async () => {
    using place = scratch()
    const library = place.open()
    const id = library.write('New brief', (writer) => createBrief(writer, briefOf('one')))
    const changes = library.changes()
    library.undo()
    expect((await changes.next()).value).toEqual({ table: 'brief', ids: [id] })
  })

  it('reach every listener, and those of another opening', async () => {
    using place = scratch()
    const library = place.open()
    const other = place.open()
    const listening = [library.changes(), library.changes(), other.changes()]
    library.write('New brief', (writer) => createBrief(writer, briefOf('one')))
    for (const changes of listening) expect((await changes.next()).value).toMatchObject({ table: 'brief' })
  })

  it('end when broken off, aborted or closed', async () => {
    using place = scratch()
    const library = place.open()
    const aborter = new AbortController()
    const [broken, aborted, closed] = [library.changes(), library.changes(aborter.signal), library.changes()]
    const waiting = [aborted, closed].map((changes) => changes.next())
    library.write('New brief', (writer) => createBrief(writer, briefOf('one')))
    for await (const change of broken) {
      expect(change.table).toBe('brief')
      break
    }
    await Promise.all(waiting)
    const last = [broken, aborted, closed].map((changes) => changes.next())
    aborter.abort()
    library.close()
    for (const result of last) expect(await result).toEqual({ done: true, value: undefined })
    expect(await library.changes(aborter.signal).next()).toMatchObject({ done: true })
  })

  it('say that anything may have changed where too much did', async () => {
    using place = scratch()
    const library = place.open()
    const writing = place.open()
    const changes = library.changes()
    writing.writeQuietly((writer) => {
      for (let count = 0; count < 10_100; count += 1) createBrief(writer, briefOf(`${count}`))
    })
    expect((await changes.next()).value).toEqual({ table: 'brief', ids: [] })
  })
})
