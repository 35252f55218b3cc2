import { expect, test } from 'vitest'
import { report, withChangedWords } from '../../shared/story/fixtures/reports.ts'
import { seeded } from '../../shared/verdict/fixtures/random.ts'
import { importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { SourceId } from './ids.ts'
import { listStory, sayStory } from './stories.ts'
import { removeSource } from './trash.ts'
import { addVersion } from './versions.ts'

/** Copies of three reports, cut or changed in many ways. */
function textFrom(random: ReturnType<typeof seeded>): string {
  const paragraphs = report(1 + random.below(3)).split('\n')
  const cut = paragraphs.slice(0, 5 + random.below(8)).join('\n')
  return random.below(2) === 0 ? cut : withChangedWords(cut, 12 + random.below(20))
}

test.each([1, 2, 3, 4, 5])('stories settled step by step are those settled all at once (%i)', (seed) => {
  using place = scratch()
  const library = place.open()
  const random = seeded(seed)
  const ids: SourceId[] = []
  const steps = [
    () => void ids.push(importText(library, textFrom(random), { citekey: `s${String(ids.length)}` }).source),
    () =>
      void library.write('v', (writer) =>
        addVersion(writer, random.pick(ids), versionOf(library, textFrom(random))),
      ),
    () => library.write('remove', (writer) => removeSource(writer, random.pick(ids))),
    () => void library.undo(),
    () => void library.redo(),
    () => {
      const [one, other] = [random.pick(ids), random.pick(ids)]
      if (one !== other) library.write('say', (writer) => sayStory(writer, one, other, random.below(3) === 0))
    },
  ]
  const [add] = steps
  for (let count = 0; count < 6; count += 1) add?.()
  const stories = (): string[] => ids.map((id) => listStory(library.reader, id).join())
  for (let count = 0; count < 40; count += 1) {
    random.pick(steps)()
    const found = stories()
    library.rebuild()
    expect(stories()).toEqual(found)
  }
})

test('a report in more papers than are compared is one story still', () => {
  using place = scratch()
  const library = place.open()
  const ids = Array.from(
    { length: 70 },
    (_, at) =>
      importText(library, `Issue ${String(at)}\n${withChangedWords(report(1), 20 + (at % 9))}`, {
        citekey: `s${String(at)}`,
      }).source,
  )
  expect(new Set(ids.map((id) => listStory(library.reader, id).join())).size).toBe(1)
})
