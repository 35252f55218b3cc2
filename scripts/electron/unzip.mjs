import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const STORED = 0

const read = (fd, position, length) => {
  const buffer = Buffer.alloc(length)
  if (readSync(fd, buffer, 0, length, position) !== length) throw new Error('The archive is cut short.')
  return buffer
}

const findEnd = (fd) => {
  const size = fstatSync(fd).size
  const tail = read(fd, Math.max(0, size - 65_557), Math.min(size, 65_557))
  for (let at = tail.length - 22; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY) return tail.subarray(at)
  throw new Error('This is no zip archive.')
}

const readEntries = (fd) => {
  const end = findEnd(fd)
  const directory = read(fd, end.readUInt32LE(16), end.readUInt32LE(12))
  const entries = []
  for (let at = 0; at < directory.length;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset))
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40) & 0o777,
      start: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

const bytesOf = (fd, { start, packed, method }) => {
  const head = read(fd, start, 30)
  const bytes = read(fd, start + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed)
  return method === STORED ? bytes : inflateRawSync(bytes)
}

/**
 * Unpacks a zip archive (without zip64) into a folder. `rename` gives an entry its new relative path, or null to
 * leave it out. A path that would leave the folder is an error.
 */
export const unzip = (archive, folder, rename) => {
  const fd = openSync(archive, 'r')
  try {
    for (const entry of readEntries(fd)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name)
      if (name === null) continue
      if (normalize(name).startsWith('..') || normalize(name).startsWith(sep))
        throw new Error(`Unsafe path: ${name}`)
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytesOf(fd, entry))
      chmodSync(path, entry.mode === 0 ? 0o644 : entry.mode)
    }
  } finally {
    closeSync(fd)
  }
}
