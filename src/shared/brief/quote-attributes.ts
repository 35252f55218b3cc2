/** `#id`, `version=N` and `translation` of a quote directive. */
export function quoteAttributes(
  attributes: { readonly [name: string]: string | null | undefined } | null | undefined,
): {
  readonly annotation: string
  readonly version: number | null
  readonly translation: boolean
} {
  const version = Number(attributes?.['version'] ?? '')
  return {
    annotation: attributes?.['id'] ?? '',
    version: Number.isInteger(version) && version > 0 ? version : null,
    translation: typeof attributes?.['translation'] === 'string',
  }
}
