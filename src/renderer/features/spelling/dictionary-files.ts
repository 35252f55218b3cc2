import * as ca from 'virtual:dictionary/ca'
import * as da from 'virtual:dictionary/da'
import * as de from 'virtual:dictionary/de'
import * as en from 'virtual:dictionary/en'
import * as enGb from 'virtual:dictionary/en-gb'
import * as es from 'virtual:dictionary/es'
import * as fr from 'virtual:dictionary/fr'
import * as lt from 'virtual:dictionary/lt'
import * as lv from 'virtual:dictionary/lv'
import * as nl from 'virtual:dictionary/nl'
import * as pl from 'virtual:dictionary/pl'
import * as ptPt from 'virtual:dictionary/pt-pt'
import * as ro from 'virtual:dictionary/ro'
import * as ru from 'virtual:dictionary/ru'
import * as sk from 'virtual:dictionary/sk'
import * as sv from 'virtual:dictionary/sv'
import type { DictionaryName } from './dictionaries.ts'
import { openDictionary, type Dictionary } from './hunspell.ts'

const FILES: Readonly<Record<DictionaryName, { readonly aff: string; readonly dic: string }>> = {
  ca,
  da,
  de,
  en,
  'en-gb': enGb,
  es,
  fr,
  lt,
  lv,
  nl,
  pl,
  'pt-pt': ptPt,
  ro,
  ru,
  sk,
  sv,
}

/** Reads a dictionary that lies beside the page. Throws when a file of it is missing. */
export async function loadDictionary(name: DictionaryName): Promise<Dictionary> {
  const { aff, dic } = FILES[name]
  const [rules, words] = await Promise.all([bytesAt(aff), bytesAt(dic)])
  return openDictionary(rules, words)
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const { ok, status, body } = await fetch(address)
  if (!ok || body === null) throw new Error(`${address}: ${String(status)}`)
  const plain = address.endsWith('.gz') ? body.pipeThrough(new DecompressionStream('gzip')) : body
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
