import { type Chapter, type Course, inLanguage, type Lang, type TranslatedName } from './chapter.ts'

/** What a chapter is called where it is only named: in the contents, a plan, a link to it. */
export interface ChapterName extends TranslatedName {
  /** The language of the title and the summary, where it is not the one asked for. */
  lang: Lang | null
  /** The language in which the chapter itself is read, where it is not the one asked for. */
  textLang: Lang | null
}

/**
 * Names a chapter in a language: as its own text does; where it has none in that language, as the
 * course's words do; and else as its source does.
 */
export function nameOf(
  { texts, source }: Pick<Course, 'texts' | 'source'>,
  chapter: Pick<Chapter, 'slug' | 'texts'>,
  lang: Lang,
): ChapterName {
  const { text, lang: own, isFallback } = inLanguage(chapter.texts, lang, source)
  const translated = isFallback ? texts.get(lang)?.chapters.get(chapter.slug) : undefined
  const { title, summary } = translated ?? text
  return {
    title,
    summary,
    lang: isFallback && !translated ? own : null,
    textLang: isFallback ? own : null,
  }
}
