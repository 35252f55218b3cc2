import { describe, expect, it } from 'vitest'
import { decode, knownEncoding } from './decode.ts'
import { refuseNonText, sniffText } from './sniff.ts'

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const auto = (content: Uint8Array, html = false) => decode(content, { html, encoding: null })
const utf16 = (text: string, big = false): Uint8Array => {
  const little = Buffer.from(text, 'utf16le')
  return big ? little.swap16() : little
}
const RUSSIAN = 'cff0e5e7e8e4e5edf220e7e0ffe2e8eb20e220f7e5f2e2e5f0e32c20f7f2ee20f0e5f4ee'
const RUSSIAN_TEXT = 'Президент заявил в четверг, что рефо'

const page = (charset: string) => Buffer.concat([Buffer.from(`<meta charset=${charset}>`), bytes(RUSSIAN)])

describe('decoding', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a UTF-8 mark', bytes('efbbbf 61'), 'utf-8', 'a'],
    ['a UTF-16 mark', bytes('fffe 6100'), 'utf-16le', 'a'],
    ['UTF-16 without a mark', utf16('The words of it.\r\nMore.'), 'utf-16le', 'The words of it.\r\nMore.'],
    ['big-endian UTF-16 without a mark', utf16('Слова и ещё.', true), 'utf-16be', 'Слова и ещё.'],
    [
      'Chinese UTF-16 with a line feed',
      utf16('新华社\n北京三月十四日电'),
      'utf-16le',
      '新华社\n北京三月十四日电',
    ],
    ['UTF-8', Buffer.from('“naïve” ´ 漢'), 'utf-8', '“naïve” ´ 漢'],
    ['ASCII', Buffer.from('plain'), 'utf-8', 'plain'],
    [
      'UTF-8 with a stray zero',
      Buffer.from('The words of it.\0 More words, and then the rest'),
      'utf-8',
      'The words of it.\0 More words, and then the rest',
    ],
    ['ISO-2022-JP', bytes('1b2442467c4b5c386c1b2842'), 'iso-2022-jp', '日本語'],
    ['Windows-1251', bytes(RUSSIAN), 'windows-1251', RUSSIAN_TEXT],
  ])('tells %s', (_, content, encoding, text) => {
    expect(auto(content)).toEqual({ encoding, text })
  })

  it.each([
    ['Russian', 'Президент заявил о новых переговорах\n\n«Мы готовы к диалогу», — сказал он журналистам.\n'],
    [
      'Chinese',
      '总统宣布新的谈判\n\n北京星期四，总统宣布新的谈判将于下周开始。“我们准备好对话”，他对记者说。\n',
    ],
    ['English', 'The words of it.\r\nMore.'],
  ])('does not call %s UTF-16 without a mark binary', (_, text) => {
    for (const content of [utf16(text), utf16(text, true)]) {
      expect(() => refuseNonText(content, false)).not.toThrow()
      expect(auto(content).text).toBe(text)
    }
  })

  it('maps the curly quotes of Windows-1252', () => {
    expect(decode(bytes('93 61 92 94'), { html: false, encoding: 'windows-1252' }).text).toBe('“a’”')
  })

  it('believes an HTML page’s own word when the bytes are no UTF-8', () => {
    expect(auto(page('windows-1251'), true)).toMatchObject({ encoding: 'windows-1251' })
    expect(auto(Buffer.from('<meta charset=latin1>ñ'), true)).toEqual({
      encoding: 'utf-8',
      text: '<meta charset=latin1>ñ',
    })
  })

  it('keeps reading UTF-8 over a single broken byte', () => {
    const whole = Buffer.from('жить и дышать свободно, говорил он. '.repeat(5))
    const { encoding, text } = auto(Buffer.concat([whole, bytes('d0'), whole]))
    expect(encoding).toBe('utf-8')
    expect(text.match(/\ufffd/g)).toHaveLength(1)
  })

  it('takes a named encoding over everything', () => {
    expect(decode(Buffer.from('é'), { html: false, encoding: knownEncoding('latin1') }).text).toBe('Ã©')
  })

  it.each([
    ['UTF8', 'utf-8'],
    ['cp932', 'shift_jis'],
    ['Latin1', 'windows-1252'],
    ['CP949', 'euc-kr'],
  ])('knows %s as %s', (label, name) => {
    expect(knownEncoding(label)).toBe(name)
  })

  it.each(['klingon', '', 'iso-2022-kr', 'replacement'])('refuses %j', (label) => {
    expect(() => knownEncoding(label)).toThrow(/no encoding that Verbatim knows/)
  })
})

describe('the format of a text', () => {
  it.each([
    ['<!DOCTYPE html><p>a', 'a.txt', 'html'],
    ['\ufeff<!-- saved --> <html><p>a', '', 'html'],
    ['<?xml version="1.0"?><html xmlns="x"><p>a', 'a', 'html'],
    ['<p>a</p>', '', 'html'],
    ['<p>a</p>', 'a.txt', 'text'],
    ['Words <b>here</b>', 'a.html', 'html'],
    ['# a', 'a.md', 'markdown'],
    ['# a', 'a.txt', 'text'],
    ['---\ntitle: T\n---\na', '', 'markdown'],
    ['---\ntitle: T\n---\na', 'a.txt', 'text'],
    ['Words.', '', 'text'],
  ])('%j named %j is %s', (text, name, format) => {
    expect(sniffText(text, name)).toBe(format)
  })

  it.each([
    ['<?xml version="1.0"?><rss><channel/></rss>', /XML/],
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', /XML/],
  ])('%j is named and refused', (text, name) => {
    expect(() => sniffText(text, 'file')).toThrow(name)
  })
})
