/** The id of the box in which a page asks whether a platform may record. */
export const lmsBoxId = 'record'
