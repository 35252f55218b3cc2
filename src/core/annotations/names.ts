import type { KnownNames } from '../../shared/contract/annotations.ts'
import { listActors, listTopics } from '../db/actors.ts'
import { listTags } from '../db/annotations.ts'
import type { Library } from '../library/library.ts'

/** Who and what has been named in this library, for completing what is being typed. */
export const knownNames = ({ reader }: Library): KnownNames => ({
  actors: listActors(reader).map(({ name, aliases, roles }) => ({
    name,
    aliases: [...aliases],
    roles: [...roles],
  })),
  topics: listTopics(reader),
  tags: listTags(reader),
})
