import type { PageSize } from './draw-page.ts'

/** Where each page of a PDF stands in the column of all of them. */
export interface PageLayout {
  readonly pages: number
  /** In pixels from the top of the first page; that of page n at n - 1, and where the column ends at last. */
  readonly tops: Float64Array
}

/** Below each page, in pixels. */
export const PAGE_GAP = 16

/** A page whose size is not known yet is taken to be as large as `usual`. Sizes are at scale 1. */
export function layoutOf(
  pages: number,
  usual: PageSize,
  sizes: ReadonlyMap<number, PageSize>,
  scale: number,
): PageLayout {
  const tops = new Float64Array(pages + 1)
  for (let page = 1; page <= pages; page += 1) {
    const { height } = sizes.get(page) ?? usual
    tops[page] = (tops[page - 1] ?? 0) + height * scale + PAGE_GAP
  }
  return { pages, tops }
}

/** The page at a height, in pixels from the top of the first one. */
export function pageAtHeight({ pages, tops }: PageLayout, height: number): number {
  let low = 1
  let high = pages
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? Infinity) > height) high = middle
    else low = middle + 1
  }
  return low
}

/** Pages from the first to the last, both counted in. */
export interface PageSpan {
  readonly first: number
  readonly last: number
}

/** How far above and below what is seen a page counts as near, as a share of what is seen. */
const AHEAD = 0.6

/** The pages in sight of a column scrolled down by `top` pixels, and those near to them. */
export interface InSight {
  readonly seen: PageSpan
  readonly near: PageSpan
}

export function pagesInSight(layout: PageLayout, top: number, height: number): InSight {
  const span = (ahead: number): PageSpan => ({
    first: pageAtHeight(layout, top - height * ahead),
    last: pageAtHeight(layout, top + height * (1 + ahead)),
  })
  return { seen: span(0), near: span(AHEAD) }
}

export const isWithin = ({ first, last }: PageSpan, page: number): boolean => first <= page && page <= last

export const isSameSpan = (one: PageSpan, other: PageSpan): boolean =>
  one.first === other.first && one.last === other.last

/** What the column holds: pages, and in place of the others the height that they take. */
export type Stretch =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'gap'; readonly before: number; readonly height: number }

/** `kept` are pages that stay though they are far. */
export function stretchesOf(
  { pages, tops }: PageLayout,
  { first, last }: PageSpan,
  kept: readonly number[],
): readonly Stretch[] {
  const shown = new Set(kept.filter((page) => page >= 1 && page <= pages))
  for (let page = first; page <= last; page += 1) shown.add(page)
  const stretches: Stretch[] = []
  let at = 0
  const gapTo = (page: number): void => {
    const height = (tops[page - 1] ?? 0) - (tops[at] ?? 0)
    if (height > 0) stretches.push({ kind: 'gap', before: page, height })
  }
  for (const page of [...shown].toSorted((a, b) => a - b)) {
    gapTo(page)
    stretches.push({ kind: 'page', page })
    at = page
  }
  gapTo(pages + 1)
  return stretches
}
