/** Longest comment GitHub takes, in characters; counted in UTF-16 units, which never undercounts. */
export const COMMENT_LIMIT = 65_536;

/** Largest job summary GitHub keeps, in bytes; a larger one is dropped whole. */
export const SUMMARY_LIMIT = 1_048_576;

/** Longest description of a commit status, in characters. */
export const STATUS_LIMIT = 140;

/** Longest name of a commit status, in characters. */
export const STATUS_NAME_LIMIT = 255;

/** Annotations of one level that GitHub shows for a step. */
export const ANNOTATION_LIMIT = 10;

/** Largest sum of the outputs of a job, in UTF-16 units. */
export const OUTPUTS_LIMIT = 1_048_576;
