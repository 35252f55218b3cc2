import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../../../shared/contract/sources.ts'
import { PackageSources } from './package-sources.ts'
import type { Provenance, StoredVersion } from './provenance.ts'

const HOSTILE = ['../../etc/passwd', '..', 'C:\\a', '/', 'con', 'a\0b', '', 'é', '.'.repeat(300)]

/** A library of one source. */
function provenanceOf(citekey: string, fileName: string): readonly [Source, Provenance] {
  const source = { id: 'src_1', citekey, title: 'T', authors: [] } as unknown as Source
  const version = { number: 1, current: true, fileName, textSha256: '0', originalBytes: 1 } as StoredVersion
  return [
    source,
    {
      source: () => source,
      sourcesNamed: () => [source],
      versions: () => [version],
      text: () => 'Words.',
      original: () => new Uint8Array([1]),
      custody: () => [],
      annotation: () => null,
    },
  ]
}

function pathsOf(citekey: string, fileName: string): readonly string[] {
  const [source, provenance] = provenanceOf(citekey, fileName)
  const sources = new PackageSources(provenance)
  sources.take(source)
  return sources.pack(true).files.map(({ path }) => path)
}

const SAFE = /^(?:sources|originals)\/001[A-Za-z0-9_-]*-v1\.[a-z0-9]{1,12}$/u

test.each(HOSTILE)('a file of a package stays in its folder, whatever the citekey: %j', (name) => {
  for (const path of pathsOf(name, name)) expect(path).toMatch(SAFE)
})

test('names of files are plain for any citekey and file name', () => {
  assert(
    property(string({ unit: 'binary' }), string({ unit: 'binary' }), (citekey, fileName) => {
      for (const path of pathsOf(citekey, fileName)) expect(path).toMatch(SAFE)
    }),
  )
})
