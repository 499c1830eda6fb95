import {
  type Chapter,
  type ChapterText,
  type Course,
  type CourseText,
  inLanguage,
  type Lang,
  sectionOfPlace,
} from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import { plainTexts } from '../../courses/tools/tool.ts'
import { wordId } from '../../courses/view/chapter-view.tsx'
import { translate } from '../../i18n/i18n.ts'
import { findLanguage, languages } from '../../i18n/languages.ts'
import type { Place } from './place.ts'

type Written = Pick<Place, 'kind' | 'title' | 'passages'> & { id: string } & Partial<Place>
type InChapter = (place: Written) => Place

/** Of a section also the terms that it explains and the questions that it answers. */
function sectionsOf(text: ChapterText, { glossary }: CourseText, place: InChapter): Place[] {
  return text.sections.map(({ id, title }) => {
    const passages = text.plain.filter((one) => one.kind === 'text' && one.section === id)
    const terms = passages.flatMap((one) => one.terms.map((term) => glossary.get(term)))
    const asked = text.questions.filter(({ see }) => sectionOfPlace(text, see) === id)
    return place({
      kind: 'section',
      id,
      title,
      passages: passages.map((one) => one.text),
      related: [
        ...terms.flatMap((term) => (term ? [term.term, term.explanation] : [])),
        ...asked.map(({ prompt }) => prompt),
      ],
    })
  })
}

function commentsOf(text: ChapterText, place: InChapter): Place[] {
  return text.comments.map(({ id, about, country }) =>
    place({
      kind: 'comment',
      id,
      title: about,
      passages: text.plain.filter((one) => one.id === id).map((one) => one.text),
      country,
    }),
  )
}

function activitiesOf({ groupWork: { exercise, branchTask } }: ChapterText, place: InChapter) {
  const aside = { kind: 'section', isAside: true } as const
  return [
    exercise && { id: 'group-exercise', title: exercise.title, passages: exercise.steps },
    branchTask && { id: 'branch-task', title: branchTask.title, passages: [branchTask.text] },
  ].flatMap((activity) => (activity ? [place({ ...aside, ...activity })] : []))
}

/** Of a question only what it asks: its choices would tell the answer to a person who searches. */
function questionsOf(text: ChapterText, place: InChapter): Place[] {
  return text.questions.map(({ id, prompt }) =>
    place({ kind: 'question', id, title: '', passages: [prompt] }),
  )
}

const common = { chapterTitle: null, country: null, related: [], isAside: false }

function placesOfChapter(chapter: Chapter, whole: Course, lang: Lang) {
  const { texts, source, id: course } = whole
  const { text } = inLanguage(chapter.texts, lang, source)
  const name = nameOf(whole, chapter, lang)
  const place: InChapter = ({ id, ...rest }) => ({
    ...common,
    ...rest,
    course,
    path: `${chapter.slug}#${id}`,
    chapterTitle: name.title,
  })
  const opening = text.plain.filter((one) => one.kind === 'text' && one.section === null)
  const chapterPlace: Place = {
    ...common,
    kind: 'chapter',
    course,
    path: chapter.slug,
    title: name.title,
    passages: [name.summary, ...text.objectives, ...opening.map((one) => one.text)],
    // One that is named in the reader's language is found by its own words too.
    related: name.title === text.title ? [] : [text.title, text.summary],
  }
  return [
    chapterPlace,
    ...sectionsOf(text, inLanguage(texts, text.lang, source).text, place),
    ...commentsOf(text, place),
    ...activitiesOf(text, place),
    ...questionsOf(text, place),
  ]
}

/**
 * Every place of a course that can be found in a language: chapters, their sections, comments and
 * questions, words of the glossary, and tools.
 */
export function* coursePlaces(course: Course, lang: Lang): Generator<Place> {
  for (const chapter of course.chapters) yield* placesOfChapter(chapter, course, lang)
  const words = inLanguage(course.texts, lang, course.source).text
  for (const [id, { term, explanation }] of words.glossary) {
    const path = `glossary#${wordId(id)}`
    yield { ...common, kind: 'word', course: course.id, path, title: term, passages: [explanation] }
  }
  // What people call tools: "template", "form".
  const toolWords = translate(findLanguage(lang) ?? languages[0]!)('tools:searchWords')
  for (const { slug, texts } of course.tools.values()) {
    const { text } = inLanguage(texts, lang, course.source)
    yield {
      ...common,
      kind: 'tool',
      course: course.id,
      path: `tools/${slug}`,
      title: text.title,
      passages: plainTexts(text),
      related: [toolWords],
    }
  }
}
