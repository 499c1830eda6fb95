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

  test('tells no answer', () => {
    expect(JSON.stringify(listSuggestions(catalogue, findLanguage('en')!))).not.toMatch(
      /REASON|She may not/,
    )
  })
})
