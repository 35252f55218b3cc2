import { createCommand } from 'lexical'

/** What is asked about the place of the caret, in a form beside it. */
export type Asked = 'link' | 'table' | 'language' | 'description'

/** Opens that form. */
export const ASK_COMMAND = createCommand<Asked>('ASK_COMMAND')
