/** What kind of place was found; the groups in which places are shown. */
export const placeKinds = ['chapter', 'section', 'comment', 'word', 'question', 'tool'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place of a course that a search can lead to. */
export interface Place {
  kind: PlaceKind
  course: string
  /** Where it stands below the course: "the-branch#quorum", "tools/minutes". */
  path: string
  /** What it is called; the country of a comment stands before that. */
  title: string
  /** The chapter that it stands in; null where it is one itself, or stands in none. */
  chapterTitle: string | null
  /** The country that a comment tells of. */
  country: string | null
  /** Its text, without its title. */
  passages: string[]
  /** What it can be found by though it does not say it: words that it explains, what is asked of it. */
  related: string[]
  /** Something that belongs to another place: an exercise, a task. */
  isAside: boolean
}
