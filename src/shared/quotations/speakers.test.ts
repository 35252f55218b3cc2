import { expect, it } from 'vitest'
import { findQuotations } from './find.ts'
import { markdownDraft } from './markdown-draft.ts'

const speakers = (draft: string) =>
  findQuotations(markdownDraft(draft)).map((quotation) => quotation.speakers.join())

it.each([
  ['Odran Teague said “we will not go”.', 'Odran Teague'],
  ['“We will not go,” Odran Teague said.', 'Odran Teague'],
  ['“We will not go,” said Odran Teague.', 'Odran Teague'],
  ['“We will not go,” said the board’s chair, Odran Teague [@k].', 'Odran Teague'],
  ['“The wall may hold,” said its secretary, Wanda Kjær-Nováková.', 'Wanda Kjær-Nováková'],
  ['“We will not go,” chair Odran Teague told the council.', 'Odran Teague'],
  ['“We will not go,” Prime Minister Aurel Tesk told deputies.', 'Aurel Tesk'],
  ['According to Teague, the quay “stays open”.', 'Teague'],
  ['The quay “stays open”, according to Odran Teague.', 'Odran Teague'],
  ['Teague: “We will not go.”', 'Teague'],
  ['Teague told the council on Thursday that “nobody is at risk”.', 'Teague'],
  ['The minister for ports, Abel Quorn, called the dispute “regrettable”.', 'Abel Quorn'],
  ['Teague, the chair of the board, has repeatedly said that the quay “stays open”.', 'Teague'],
  ['Ursula von der Leyen said: “We stand ready.”', 'Ursula von der Leyen'],
  ['Foreign Office Spokesperson Mumtaz Zahra Baloch said it was “ready to talk”.', 'Mumtaz Zahra Baloch'],
  ['The Prime Minister said it was “ready to talk”.', ''],
  ['The Foreign Ministry said it was “ready to talk”.', 'Foreign Ministry'],
  ['“Will it hold?” Teague asked [@k].', 'Teague'],
  ['He said “we will not go”.', ''],
  ['“We will not go,” said Teague’s spokesman.', ''],
  ['“We will not go,” he said in Vellmouth.', ''],
  ['“We will not go,” said on Thursday the minister for ports, Abel Quorn.', ''],
  ['“We will not go,” said the minister for ports, Abel Quorn.', 'Abel Quorn'],
  ['On Thursday the union said “we will not go”.', ''],
  ['Teague said no, but she said “we will not go”.', ''],
  ['Quorn left. “We will not go.”', ''],
  ['Teague called it “one thing” and “quite another”.', 'Teague|Teague'],
  ['“One thing” and “quite another”, Teague said.', 'Teague|Teague'],
  ['Tom Hill, the mayor of Farrow, said “we go now”.', 'Tom Hill'],
  ['“We go now,” the mayor of Farrow, Tom Hill, said.', 'Tom Hill'],
  ['“We go now,” Tom Hill, the mayor of Farrow, said.', 'Tom Hill'],
  ['“We go,” said Tom Hill, “and we go now.”', 'Tom Hill|Tom Hill'],
  ['“We go,” Tom Hill said, “and we go now.”', 'Tom Hill|Tom Hill'],
  ['Tom Hill said “we go now”, while Jane Marsh said “no one goes”.', 'Tom Hill|Jane Marsh'],
  ['Tom Hill said “we go now”, but the mayor, Jane Marsh, said “no one goes”.', 'Tom Hill|Jane Marsh'],
  ['“We go now,” said the mayor in London.', ''],
  ['“We go now,” as Hill put it.', 'Hill'],
  ['> We will not go.\n>\n> — Odran Teague, chair [@k]', 'Odran Teague'],
  ['Odran Teague wrote:\n\n> We will not go.', 'Odran Teague'],
  [':quote[We will not go]{#an_1}, said Odran Teague.', 'Odran Teague'],
])('names the speaker of %j', (draft, expected) => {
  expect(speakers(draft).join('|')).toBe(expected)
})
