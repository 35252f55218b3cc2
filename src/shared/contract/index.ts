import { annotations } from './annotations.ts'
import { briefs } from './briefs.ts'
import { citations } from './citations.ts'
import { check } from './check.ts'
import { keys } from './keys.ts'
import { library } from './library.ts'
import { sources } from './sources.ts'
import { stories } from './stories.ts'

/** The whole interface of the core on one page: every procedure, its input, output and errors. */
export const contract = { library, sources, stories, annotations, briefs, citations, check, keys }
