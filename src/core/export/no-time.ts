/**
 * The oldest moment that an entry of a zip can have, since each must have one and no time of now is in an export; zips
 * read it as local time, so it is the same everywhere.
 */
export const NO_TIME = new Date(1980, 0, 1)
