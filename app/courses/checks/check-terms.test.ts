import { describe, expect, test } from 'vitest'
import { inWords, testBook, testChapter } from '../../../tests/factories/test-book.ts'
import { checkTerms, isFormOf } from './check-terms.ts'

const term = (id: string, text: string) => `<Term id="${id}">${text}</Term>`
const problemsOf = (...args: Parameters<typeof testBook>) => inWords(checkTerms(testBook(...args)))

describe('a term', () => {
  test('may be inflected, begin a sentence and be part of what the glossary calls it', () => {
    const swedish = `En ${term('quorum', 'beslutför')}. ${term('civil', 'Civila samhället')} och ${term('wave', 'Valvågen')}.`
    const chapters = [
      testChapter(
        `A ${term('quorum', 'Quorums')}, ${term('civil', 'civil society')}, ${term('wave', 'waves')}.`,
      ),
      testChapter(swedish, 'sv'),
    ]
    const terms = {
      en: { quorum: 'quorum', civil: 'civil society', wave: 'wave' },
      sv: { quorum: 'beslutförhet', civil: 'det civila samhället', wave: 'valvåg' },
    }
    expect(problemsOf(chapters, terms)).toEqual([])
  })

  test('with another word than the glossary’s is a problem, on its line', () => {
    const chapters = [
      testChapter(`One.\n\nA ${term('work-plan', 'work plan')}.`),
      testChapter(`Ett.\n\nEn ${term('work-plan', 'arbetsplan')}.`, 'sv'),
    ]
    expect(
      problemsOf(chapters, {
        en: { 'work-plan': 'work plan' },
        sv: { 'work-plan': 'verksamhetsplan' },
      }),
    ).toEqual([
      '01-a/sv.mdx:3  The term "work-plan" is "arbetsplan" here and "verksamhetsplan" in the glossary.',
    ])
  })

  test('is not compared in a language whose words change at the beginning', () => {
    expect(isFormOf('wanachama', 'mwanachama', 'sw')).toBe(true)
    expect(isFormOf('members', 'chair', 'en')).toBe(false)
  })

  test('is explained once in a chapter, and may be again in the next', () => {
    const text = `A ${term('quorum', 'quorum')}.`
    const terms = { en: { quorum: 'quorum' } }
    expect(problemsOf([testChapter(text), testChapter(text, 'en', '02-b')], terms)).toEqual([])
    expect(problemsOf([testChapter(`${text}\n\n${text}`)], terms)).toEqual([
      '01-a/en.mdx:3  The term "quorum" is explained in this chapter already, on line 1.',
    ])
  })

  test('that no chapter uses is a problem in the glossary, unless there is a chapter that cannot be read', () => {
    const chapter = testChapter(`A ${term('quorum', 'quorum')}.`)
    const terms = {
      en: { quorum: 'quorum', agenda: 'agenda' },
      sv: { quorum: 'beslutför', agenda: 'dagordning' },
    }
    expect(problemsOf([chapter], terms)).toEqual([
      'glossary/en.yaml:3  No chapter uses the term "agenda".',
    ])
    expect(problemsOf([chapter, testChapter('{', 'en', '02-b')], terms)).toEqual([])
  })
})
