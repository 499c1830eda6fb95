import type { Course, Lang } from '../model/chapter.ts'

/**
 * What a course lacks in a language in which it says that it is complete: folders of chapters, pages
 * and tools, each with the language.
 */
export function findIncomplete({
  complete,
  chapters,
  pages,
  tools,
}: Pick<Course, 'complete' | 'chapters' | 'pages' | 'tools'>): { folder: string; lang: Lang }[] {
  const number = (value: number) => String(value).padStart(2, '0')
  const all: [folder: string, texts: ReadonlyMap<Lang, unknown>][] = [
    ...chapters.map((one) => [`${number(one.number)}-${one.slug}`, one.texts] as const),
    ...[...pages].map(([slug, { texts }]) => [`pages/${slug}`, texts] as const),
    ...[...tools].map(([slug, { texts }]) => [`tools/…-${slug}`, texts] as const),
  ].map(([folder, texts]) => [folder, texts])
  return all.flatMap(([folder, texts]) =>
    complete.filter((lang) => !texts.has(lang)).map((lang) => ({ folder, lang })),
  )
}
