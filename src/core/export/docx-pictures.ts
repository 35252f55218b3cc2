import type { Image } from 'mdast'
import type { DocxSetting } from './docx-setting.ts'
import type { HeldPicture } from './held-pictures.ts'
import { xml, type Xml } from './xml-tree.ts'

/** What programs of ten years ago show too. */
export const DOCX_PICTURES = ['image/png', 'image/jpeg', 'image/gif'] as const

const EMU_PER_PIXEL = 9_525
const EMU_PER_TWENTIETH = 635
/** Of the paper that is left for a picture with its caption, in EMU. */
const HEIGHT = 7_200_000

export const pictureName = ({ number, mediaType }: HeldPicture): string =>
  `media/image${number}.${mediaType === 'image/jpeg' ? 'jpg' : mediaType.slice('image/'.length)}`

/** Null where only the description can stand. */
export function docxPicture({ alt, title, data }: Image, setting: DocxSetting): Xml | null {
  const picture = setting.pictures.find(data?.blob)
  if (picture === null) return null
  const id = setting.ids.next()
  const room = Math.max(1, setting.paper.text - setting.indent)
  const { width, height } = sizeOf(picture, room * EMU_PER_TWENTIETH)
  const name = `Picture ${id}`
  const described = {
    id,
    name,
    descr: setting.characters.fit(alt ?? ''),
    title: title === null || title === undefined ? null : setting.characters.fit(title),
  }
  const shown = xml(
    'pic:pic',
    { 'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
    xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id, name }), xml('pic:cNvPicPr')),
    xml(
      'pic:blipFill',
      {},
      xml('a:blip', { 'r:embed': setting.relations.part('image', pictureName(picture)) }),
      xml('a:stretch', {}, xml('a:fillRect')),
    ),
    xml(
      'pic:spPr',
      {},
      xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), xml('a:ext', { cx: width, cy: height })),
      xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
    ),
  )
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'
  const inline = xml(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    xml('wp:extent', { cx: width, cy: height }),
    xml('wp:docPr', described),
    xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { 'xmlns:a': drawing, noChangeAspect: 1 })),
    xml(
      'a:graphic',
      { 'xmlns:a': drawing },
      xml('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, shown),
    ),
  )
  return xml('w:r', {}, xml('w:drawing', {}, inline))
}

/** In EMU: as many pixels as it has at 96 a line inch, and never more than the page takes. */
function sizeOf(
  { width, height }: HeldPicture,
  most: number,
): { readonly width: number; readonly height: number } {
  const [wide, high] = width > 0 && height > 0 ? [width, height] : [480, 360]
  const scale = Math.min(1, most / (wide * EMU_PER_PIXEL), HEIGHT / (high * EMU_PER_PIXEL)) * EMU_PER_PIXEL
  return { width: Math.max(1, Math.round(wide * scale)), height: Math.max(1, Math.round(high * scale)) }
}
