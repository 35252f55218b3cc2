import { WACZ, WARC } from './importers/warc.ts'
import type { ContainerFormat } from './several.ts'

/** The formats that hold several articles; the first that knows an original opens it. */
export const CONTAINERS: readonly ContainerFormat[] = [WARC, WACZ]
