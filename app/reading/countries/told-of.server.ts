import { publishedIn } from '../../comments/published.server.ts'
import type { Chapter, Course } from '../../courses/model/chapter.ts'
import { isCountry } from '../../courses/model/countries.ts'

const inChapters = new WeakMap<Chapter, ReadonlySet<string>>()

/** The countries that the editors' comments of a chapter tell of, in any language. */
function editorsCountries(chapter: Chapter): ReadonlySet<string> {
  const known =
    inChapters.get(chapter) ??
    new Set(
      [...chapter.texts.values()].flatMap(({ comments }) => comments.map((one) => one.country)),
    )
  inChapters.set(chapter, known)
  return known
}

/** Whether a comment of a course tells of a country, the editors' in any language or a reader's. */
export function isToldOf(course: Pick<Course, 'chapters'>, country: string): boolean {
  return course.chapters.some(
    (chapter) =>
      editorsCountries(chapter).has(country) ||
      publishedIn({ course: chapter.course, chapter: chapter.slug }).some(
        (comment) => comment.country === country,
      ),
  )
}

/** The country that an address of a course carries along; null where no comment tells of it. */
export function chosenCountry(address: URL, course: Course): string | null {
  const country = address.searchParams.get('country')
  return country && isCountry(country) && isToldOf(course, country) ? country : null
}

/** Whether an address of a course carries along that pictures are left out. */
export const leavesOutPictures = ({ searchParams }: URL) => searchParams.get('pictures') === 'no'
