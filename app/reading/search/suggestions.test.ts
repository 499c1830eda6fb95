import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { findLanguage } from '../../i18n/languages.ts'
import { listSuggestions } from './suggestions.ts'

const course = await loadGoodCourse()
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const titlesIn = (lang: string) => new Map(listSuggestions(catalogue, findLanguage(lang)!))

describe('what is suggested', () => {
  test('are chapters, countries, words, sections and questions, each with its address', () => {
    const suggested = titlesIn('en')
    expect([...suggested.keys()]).toEqual(['Chapter', 'Country', 'Word', 'Section', 'Question'])
    expect(suggested.get('Chapter')).toContainEqual(['First', '/en/courses/tiny/first'])
    expect(suggested.get('Country')).toContainEqual(['South Africa', '/en/countries/ZA'])
    expect(suggested.get('Word')?.[0]).toEqual(['quorum', '/en/courses/tiny/glossary#word-quorum'])
    expect(suggested.get('Section')).toContainEqual(['The café', '/en/courses/tiny/first#cafe'])
    expect(suggested.get('Question')).toContainEqual([
      'One person has come. May she decide?',
      '/en/courses/tiny/first#alone',
    ])
  })

  test('stands in the reader’s language', () => {
    expect(titlesIn('sv').get('Land')).toContainEqual(['Sydafrika', '/sv/countries/ZA'])
  })

  test('are short: a long question ends at a whole word', () => {
    const text = course.chapters[0]!.texts.get('en')!
    const [first, ...others] = text.questions
    const long = { ...first!, prompt: `${'Twelve letters and more '.repeat(5)}come?` }
    const texts = new Map([['en', { ...text, questions: [long, ...others] }]])
    const chapters = [{ ...course.chapters[0]!, texts }]
    const courses = new Map([[course.id, { ...course, chapters }]])
    const titles = new Map(listSuggestions({ version: '1', courses }, findLanguage('en')!))
      .get('Question')!
      .map(([title]) => title)
    const cut = titles.find((title) => title.startsWith('Twelve'))!
    expect(cut.length).toBeLessThanOrEqual(74)
    expect(cut).toMatch(/(Twelve|letters|and|more) …$/)
  })

  test('tells no answer', () => {
    expect(JSON.stringify(listSuggestions(catalogue, findLanguage('en')!))).not.toMatch(
      /REASON|She may not/,
    )
  })
})
