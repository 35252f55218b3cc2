const LANGUAGE = 'en'
const rules = new Intl.PluralRules(LANGUAGE)
const numbers = new Intl.NumberFormat(LANGUAGE)
const dates = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium' })

export const number = (value: number): string => numbers.format(value)

/** `# source` or `# sources`, whichever the language wants; `#` is the number. */
export function counted(count: number, forms: { readonly one: string; readonly other: string }): string {
  const form = rules.select(count) === 'one' ? forms.one : forms.other
  return form.replace('#', number(count))
}

/** A time (ISO 8601) as a day of the calendar. */
export const day = (time: string): string => dates.format(new Date(time))

const times = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', hour12: false })

/** A moment (in milliseconds) as a clock shows it. */
export const clock = (moment: number): string => times.format(moment)

const moments = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short', hour12: false })

/** A time (ISO 8601) as a day of the calendar and a time of that day. */
export const moment = (time: string): string => moments.format(new Date(time))

const LIST = new Intl.ListFormat('en', { type: 'conjunction' })

/** Several names as one phrase: “a, b, and c”. */
export const listed = (names: readonly string[]): string => LIST.format(names)
