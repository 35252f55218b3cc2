/** A name as CSL-JSON has it; `literal` is written as it stands. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly suffix?: string
  readonly 'non-dropping-particle'?: string
  readonly 'dropping-particle'?: string
  readonly literal?: string
}

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

/** A work as CSL-JSON has it, with the fields that a library knows. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  readonly DOI?: string
  readonly language?: string
}
