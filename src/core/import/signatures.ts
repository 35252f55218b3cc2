/** A format told by its first bytes that this program does not read as an article. */
export interface KnownFormat {
  /** As the user's sentence names it, article included. */
  readonly name: string
  /** How to get the words out of it all the same, as a sentence; null when there is no way. */
  readonly wayOut: string | null
}

const CONVERT = 'Open it in a word processor, save it as DOCX or as a web page (HTML), and import that.'
const UNLOCK = 'Open it in a word processor, save it as DOCX without a password, and import that.'
const ONE_MESSAGE = 'Open it in a mail program, save the messages you need as EML files, and import those.'

type Signature = readonly [hex: string, offset: number, name: string, wayOut?: string]

const SIGNATURES: readonly Signature[] = [
  ['7b5c727466', 0, 'an RTF document', CONVERT],
  ['377abcaf271c', 0, 'a 7-Zip archive', 'Unpack it and import the files inside.'],
  ['526172211a07', 0, 'a RAR archive', 'Unpack it and import the files inside.'],
  ['1f8b', 0, 'a gzip archive', 'Unpack it and import the file inside.'],
  ['425a68', 0, 'a bzip2 archive', 'Unpack it and import the file inside.'],
  ['fd377a585a00', 0, 'an xz archive', 'Unpack it and import the file inside.'],
  ['28b52ffd', 0, 'a Zstandard archive', 'Unpack it and import the file inside.'],
  ['7573746172', 257, 'a tar archive', 'Unpack it and import the files inside.'],
  ['89504e470d0a1a0a', 0, 'a PNG image'],
  ['ffd8ff', 0, 'a JPEG image'],
  ['474946383761', 0, 'a GIF image'],
  ['474946383961', 0, 'a GIF image'],
  ['49492a00', 0, 'a TIFF image'],
  ['4d4d002a', 0, 'a TIFF image'],
  ['57454250', 8, 'a WebP image'],
  ['41564920', 8, 'an AVI video'],
  ['57415645', 8, 'a WAV sound file'],
  ['00000100', 0, 'an icon'],
  ['66747970', 4, 'an MP4 video or a HEIC image'],
  ['1a45dfa3', 0, 'a Matroska video'],
  ['494433', 0, 'an MP3 sound file'],
  ['4f676753', 0, 'an Ogg sound file'],
  ['664c6143', 0, 'a FLAC sound file'],
  ['53514c69746520666f726d6174203300', 0, 'an SQLite database'],
  ['7f454c46', 0, 'a program'],
  ['cffaedfe', 0, 'a program'],
  ['cafebabe', 0, 'a program'],
  ['0061736d', 0, 'a WebAssembly program'],
  ['774f4646', 0, 'a font'],
  ['774f4632', 0, 'a font'],
  ['4f54544f', 0, 'a font'],
  ['0001000000', 0, 'a font'],
  ['62706c697374', 0, 'a property list'],
]

/** The format of these bytes by signature, or null for what may be text. */
export function knownFormat(bytes: Uint8Array): KnownFormat | null {
  if (startsWith(bytes, 'd0cf11e0a1b11ae1', 0)) return oleFormat(bytes)
  if (startsWith(bytes, '504b0304', 0) || startsWith(bytes, '504b0506', 0)) return zipFormat(bytes)
  if (startsWith(bytes, '4d5a', 0) && bytes.subarray(0, 512).includes(0))
    return { name: 'a program', wayOut: null }
  if (isMailFolder(bytes)) return { name: 'a folder of e-mail (mbox)', wayOut: ONE_MESSAGE }
  const found = SIGNATURES.find(([hex, offset]) => startsWith(bytes, hex, offset))
  return found === undefined ? null : { name: found[2], wayOut: found[3] ?? null }
}

/** Its messages begin with a line of their own above the header: "From ann@example.org Thu Mar 14 09:30:00 2024". */
const isMailFolder = (bytes: Uint8Array): boolean =>
  /^From \S{1,200} {1,3}[^\r\n]{5,100}\d{4}[^\r\n]{0,20}\r?\n>?[A-Za-z][!-9;-~]{0,79}:/.test(
    Buffer.from(bytes.subarray(0, 600)).toString('latin1'),
  )

function startsWith(bytes: Uint8Array, hex: string, offset: number): boolean {
  const length = hex.length / 2
  if (bytes.length < offset + length) return false
  return Buffer.from(bytes.buffer, bytes.byteOffset + offset, length).toString('hex') === hex
}

/** Old Office files: their streams' names stand in UTF-16 in the directory. */
function oleFormat(bytes: Uint8Array): KnownFormat {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (whole.includes(Buffer.from('WordDocument', 'utf16le'))) {
    return { name: 'an old Word document (DOC)', wayOut: CONVERT }
  }
  if (whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return { name: 'an Office document locked by a password', wayOut: UNLOCK }
  }
  return { name: 'an old Office file', wayOut: CONVERT }
}

const ZIP_KINDS: readonly (readonly [mark: string, name: string, wayOut: string])[] = [
  ['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file', CONVERT],
  ['xl/', 'an Excel workbook', 'Save the part you need as a text file, and import that.'],
  ['ppt/', 'a PowerPoint presentation', CONVERT],
]

function zipFormat(bytes: Uint8Array): KnownFormat {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .subarray(0, 1024 * 1024)
    .toString('latin1')
  const kind = ZIP_KINDS.find(([mark]) => whole.includes(mark))
  if (kind !== undefined) return { name: kind[1], wayOut: kind[2] }
  return { name: 'a zip archive', wayOut: 'Unpack it and import the files inside.' }
}
