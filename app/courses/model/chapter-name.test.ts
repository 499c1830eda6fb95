import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import type { Course } from './chapter.ts'
import { nameOf } from './chapter-name.ts'

const course = await loadGoodCourse()
const [both, onlyEnglish] = course.chapters
const swedish = course.texts.get('sv')!
const name = { title: 'Det andra', summary: 'Ett kapitel på ett språk.' }

/** The tiny course whose Swedish words name a chapter. */
const naming = (slug: string): Course => ({
  ...course,
  texts: new Map(course.texts).set('sv', { ...swedish, chapters: new Map([[slug, name]]) }),
})

describe('a chapter is called', () => {
  test('what its own text says, also where the course’s words say something else', () => {
    const { title, summary } = both!.texts.get('sv')!
    const expected = { title, summary, lang: null, textLang: null }
    expect(nameOf(course, both!, 'sv')).toEqual(expected)
    expect(nameOf(naming(both!.slug), both!, 'sv')).toEqual(expected)
  })

  test('what the course’s words say in a language that it has no text in, and says what it is read in', () => {
    expect(nameOf(naming(onlyEnglish!.slug), onlyEnglish!, 'sv')).toEqual({
      ...name,
      lang: null,
      textLang: 'en',
    })
  })

  test('what its source says where nobody has named it, in the language of that', () => {
    const { title, summary } = onlyEnglish!.texts.get('en')!
    const expected = { title, summary, lang: 'en', textLang: 'en' }
    expect(nameOf(course, onlyEnglish!, 'sv')).toEqual(expected)
    expect(nameOf(naming(onlyEnglish!.slug), onlyEnglish!, 'xx')).toEqual(expected)
  })
})
