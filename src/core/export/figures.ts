import type { Image, Paragraph } from 'mdast'

/** The pictures of a paragraph that holds nothing else; each is a figure, its title the caption. Else null. */
export function figuresOf({ children }: Paragraph): readonly Image[] | null {
  const images = children.filter((child): child is Image => child.type === 'image')
  const others = children.filter(
    (child) => child.type !== 'image' && (child.type !== 'text' || child.value.trim() !== ''),
  )
  return images.length > 0 && others.length === 0 ? images : null
}

export const captionOf = ({ title }: Image): string | null =>
  title === null || title === undefined || title.trim() === '' ? null : title
