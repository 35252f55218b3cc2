/**
 * Cases in the human-readable format of the CSL project's test suite: sections
 * between `>>==== NAME ====>>` and `<<==== NAME ====<<`.
 */
export function readCase(text) {
  const sections = Object.fromEntries(
    [...text.matchAll(/>>=+\s*([A-Z\d -]+?)\s*=+>>\n?([^]*?)\n?<<=+\s*\1\s*=+<</gu)].map(([, name, body]) => [
      name,
      body,
    ]),
  )
  const json = (name) => (sections[name] === undefined ? null : JSON.parse(sections[name]))
  return {
    mode: (sections.MODE ?? '').trim(),
    result: sections.RESULT,
    style: sections.CSL.trim(),
    items: json('INPUT') ?? [],
    citationItems: json('CITATION-ITEMS'),
    citations: json('CITATIONS'),
  }
}

/** What a citation processor makes of a case, as the suite writes it down. `process` shows its bibliography and citations. */
export function runCase(engine, { mode, items, citationItems, citations }, show) {
  if (citations === null) engine.updateItems(items.map(({ id }) => String(id)))
  if (mode === 'bibliography') {
    for (const [cluster, before, after] of citations ?? [])
      engine.processCitationCluster(cluster, before, after)
    return show.bibliography(engine.makeBibliography())
  }
  if (citations !== null) return severalCitations(engine, citations, show)
  const clusters = citationItems ?? [items.map(({ id }) => ({ id }))]
  return clusters.map((cluster) => show.text(engine.makeCitationCluster(cluster))).join('\n')
}

function severalCitations(engine, citations, show) {
  let changed = []
  for (const [cluster, before, after] of citations)
    [, changed] = engine.processCitationCluster(cluster, before, after)
  const now = new Map(changed.map(([index, text]) => [index, text]))
  return engine.registry.citationreg.citationByIndex
    .map((citation, index) => {
      const text = now.get(index) ?? engine.process_CitationCluster(citation.sortedItems, citation)
      return `${now.has(index) ? '>>' : '..'}[${index}] ${show.text(text)}`
    })
    .join('\n')
}
