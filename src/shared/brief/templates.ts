/** The templates that come with the product. */
export const TEMPLATES = ['brief', 'fact-check', 'literature-note', 'interview'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** What each begins with, in Verbatim Markdown. */
export const TEMPLATE_TEXTS: Readonly<Record<TemplateName, string>> = {
  brief: `## Question

What is to be decided, by whom, and by when?

## In short

The answer in three sentences.

## What was said

Who said what, in their own words, with a quote for each.

## What follows

The options, and what speaks for and against each.

## Open questions

- [ ] What is still to be found out
`,
  'fact-check': `## Claim

The claim in the words it was made in, as a quote.

| Who | Where | When |
| --- | --- | --- |
| Speaker | Outlet or occasion | Date |

## Sources

- [ ] The first record of the words
- [ ] The data or document they rest on
- [ ] Somebody who knows and was not involved

## What is known

What each source says, with a quote.

## Finding

What holds, what does not, and what could not be established.

## Answer of the speaker

Asked on, answered on, in these words.
`,
  'literature-note': `## Reference

What this is, and why it was read.

## Argument

What the author claims, in own words.

## Evidence

What the claim rests on, with its key passages as quotes.

## Limits

What it does not show, and what others say against it.

## Use

Where it belongs in own work.
`,
  interview: `## About

| Who | Role | Where | When |
| --- | --- | --- | --- |
| Name | What they speak as | Place or call | Date |

## Terms

- [ ] On the record
- [ ] Quotes to be read back before publication

## Questions

1. The first question

## Answers

What was said, in the speaker’s words.

## To check

- [ ] What others have to confirm
`,
}
