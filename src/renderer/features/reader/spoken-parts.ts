import type { Annotation } from '../../../shared/contract/annotations.ts'
import { t } from '../../app/strings/catalogue.ts'

/** What is said of a highlight to those who hear the page. */
export const spokenParts = ({ colour, attribution, tags, comment }: Annotation): readonly string[] => [
  t.highlight.roleDescription,
  t.highlight.colours[colour].toLowerCase(),
  t.highlight.meanings[colour],
  ...(attribution?.speaker ? [attribution.speaker] : []),
  ...tags,
  ...(comment === null ? [] : [t.highlight.hasComment]),
]
