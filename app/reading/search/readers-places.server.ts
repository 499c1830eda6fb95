import { publishedIn } from '../../comments/published.server.ts'
import { newestFew } from '../../comments/published-comment.ts'
import type { Catalogue, Lang } from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import { pageSize } from '../../ui/page-numbers.ts'
import type { Place } from './place.ts'

/**
 * What readers tell in their comments, each with a key that stays while it says the same at the same
 * place.
 */
export function* readersPlaces(
  { courses }: Catalogue,
  lang: Lang,
): Generator<{ key: string; place: Place }> {
  for (const course of courses.values())
    for (const chapter of course.chapters) {
      const comments = publishedIn({ course: course.id, chapter: chapter.slug })
      const onPage = newestFew(comments).length
      const chapterTitle = nameOf(course, chapter, lang).title
      for (const [i, { country, text, month }] of comments.entries()) {
        const page = Math.floor(i / pageSize) + 1
        const path =
          i < onPage
            ? `${chapter.slug}#readers`
            : `${chapter.slug}/comments${page > 1 ? `?page=${page}` : ''}`
        yield {
          key: [course.id, path, country, month, text].join('\n'),
          place: {
            kind: 'comment',
            course: course.id,
            path,
            title: '',
            chapterTitle,
            country,
            passages: [text],
            related: [],
            isAside: false,
          },
        }
      }
    }
}
