import type { Annotation } from '../../../shared/contract/annotations.ts'

/*
 * The mark of a highlight in the text leads to its card (`aria-details`) while that is drawn: lists draw what is in sight,
 * and a link to nothing is a fault. Whichever of the two comes second ties them.
 */

const DETAILS = 'aria-details'

/** The id of a highlight's card in the page. */
export const cardId = (annotation: string): string => `card-${annotation}`

/** The id of the mark at which a segment of a highlight begins; `start` in UTF-16 units of the text. */
export const markId = (annotation: string, start: number): string => `mark-${annotation}-${String(start)}`

/** For a mark that is drawn now. */
export function tieToCard(mark: HTMLElement | null, annotation: string): void {
  const card = cardId(annotation)
  if (mark !== null && document.getElementById(card) !== null) mark.setAttribute(DETAILS, card)
}

/** For a card that is drawn now; gives what unties it again. */
export function tieToMarks({ id, segments }: Annotation): () => void {
  const each = (run: (mark: HTMLElement) => void): void => {
    for (const { start } of segments) {
      const mark = document.getElementById(markId(id, start))
      if (mark !== null) run(mark)
    }
  }
  each((mark) => mark.setAttribute(DETAILS, cardId(id)))
  return () => each((mark) => mark.removeAttribute(DETAILS))
}
