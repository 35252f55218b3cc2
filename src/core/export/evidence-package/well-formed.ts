/** Text with no half of a surrogate pair, which no file of UTF-8 can hold. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
