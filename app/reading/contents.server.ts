import { publishedIn } from '../comments/published.server.ts'
import {
  type Chapter,
  type ChapterText,
  type Course,
  type Illustration,
  inLanguage,
} from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import { carriedQuery } from '../courses/model/countries.ts'
import { figuresFor } from '../courses/parse/illustration.ts'
import { firstSentence } from '../i18n/first-sentence.ts'
import type { Language } from '../i18n/languages.ts'
import { readCourseProgress } from '../progress/course-progress.server.ts'
import type { ChapterProgress } from '../progress/progress.ts'

/** A chapter as a line of the contents. */
export interface ContentsLine {
  number: number
  title: string
  /** The first sentence of its summary. */
  sentence: string
  minutes: number
  questions: number
  countries: number
  /** How many comments tell of the country that is chosen for this visit; null without one. */
  fromCountry: number | null
  address: string
  /** The language of the title, where it is not the page's. */
  lang: string | null
  /** The language of the chapter itself, where it is not the page's. */
  textLang: string | null
  progress: ChapterProgress | null
}

/** A part of a course with its chapters. */
export interface ContentsPart {
  id: string
  title: string
  /** The drawn scene of its first chapter that has one, as SVG. */
  scene: string | null
  /** Whether the reader is in it: it holds the chapter to go on with, or is the first. */
  isOpen: boolean
  chapters: ContentsLine[]
}

/**
 * A course's contents page: its parts and chapters in a language, and for a learner how far they
 * have come.
 */
export interface Contents {
  title: string
  summary: string
  lang: string | null
  address: string
  parts: ContentsPart[]
  /** The figures that the scenes place, to stand once on a page that shows a scene. */
  figures: string
  /** The drawn scene of the chapter to go on with, or of the first. */
  scene: Illustration | null
  next: { title: string; address: string } | null
  /** How many chapters a learner has read and finished, of all. */
  soFar: { read: number; finished: number; of: number } | null
}

/** A chapter's opening picture, by the name that authors give it. */
const sceneFile = 'scene.svg'

function soFarIn(chapters: ChapterProgress[]) {
  const count = (is: (chapter: ChapterProgress) => boolean) => chapters.filter(is).length
  return {
    read: count(({ readOn }) => readOn !== null),
    finished: count(({ isFinished }) => isFinished),
    of: chapters.length,
  }
}

function countFrom(country: string, { course, slug }: Chapter, { comments }: ChapterText) {
  const all = [...comments, ...publishedIn({ course, chapter: slug })]
  return all.filter((comment) => comment.country === country).length
}

/**
 * Lists a course's chapters in a language; their addresses carry along what is chosen. A guest
 * needs no database.
 */
export async function listContents(
  course: Course,
  language: Language,
  learnerId: string | null,
  { country = null, hasPictures = true }: { country?: string | null; hasPictures?: boolean } = {},
): Promise<Contents> {
  const own = inLanguage(course.texts, language.tag, course.source)
  const progress = learnerId ? await readCourseProgress(course, learnerId) : null
  const address = `/${language.tag}/courses/${course.id}`
  const query = carriedQuery(country, hasPictures)
  const textOf = (chapter: Course['chapters'][number]) =>
    inLanguage(chapter.texts, language.tag, course.source)
  const sceneOf = (chapter: Chapter | undefined) =>
    (chapter && textOf(chapter).text.illustrations.get(sceneFile)) ?? null
  const here = progress?.next?.chapter ?? course.chapters[0]
  const parts = course.parts.filter((part) => part.chapters.length > 0)
  const scenes = parts.map((part) => sceneOf(part.chapters.find(sceneOf)))
  const scene = sceneOf(here)
  return {
    figures: figuresFor(
      [...scenes, scene].flatMap((one) => one ?? []),
      course.figures,
    ),
    scene,
    title: own.text.title,
    summary: own.text.summary,
    lang: own.isFallback ? own.lang : null,
    address,
    parts: parts.map((part, i) => ({
      id: part.id,
      title: own.text.parts[part.id] ?? '',
      scene: scenes[i]?.svg ?? null,
      isOpen: part.chapters.some((chapter) => chapter === here),
      chapters: part.chapters.map((chapter) => {
        const { text } = textOf(chapter)
        const { title, summary, lang, textLang } = nameOf(course, chapter, language.tag)
        return {
          number: chapter.number,
          title,
          sentence: firstSentence(summary, lang ?? language.tag),
          minutes: text.minutes,
          questions: text.questions.length,
          countries: new Set(text.comments.map((comment) => comment.country)).size,
          fromCountry: country === null ? null : countFrom(country, chapter, text),
          address: `${address}/${chapter.slug}${query}`,
          lang,
          textLang,
          progress: progress?.chapters.get(chapter) ?? null,
        }
      }),
    })),
    soFar: progress ? soFarIn([...progress.chapters.values()]) : null,
    next: progress?.next
      ? {
          title: nameOf(course, progress.next.chapter, language.tag).title,
          address: `${address}/${progress.next.chapter.slug}${query}${progress.next.place ? `#${progress.next.place}` : ''}`,
        }
      : null,
  }
}
