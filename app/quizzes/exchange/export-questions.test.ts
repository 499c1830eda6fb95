import { describe, expect, test } from 'vitest'
import { loadGoodCourse, realCourses } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../../courses/load/load-catalogue.server.ts'
import { type Course, inLanguage, type WrittenQuestion } from '../../courses/model/chapter.ts'
import { oneLine } from './bank.ts'
import { carryQuestion } from './carry-question.ts'
import { exportQuestions, type Format, formats } from './export-questions.ts'
import { readGift } from './gift-reader.ts'
import { readMoodleXml } from './moodle-xml-reader.ts'

const loaded = await loadCatalogue({ ...realCourses, trustsCache: true })
if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
const course = loaded.catalogue.courses.get('run-a-party') as Course
const readers = { gift: readGift, 'moodle-xml': readMoodleXml }

describe.each(Object.keys(formats) as Format[])('the real course in %s', (format) => {
  test.each([
    ...course.texts.keys(),
  ])('in the language %s: each question comes back, or is reported', (lang) => {
    const { text, losses } = exportQuestions({ course, chapters: course.chapters, lang, format })
    const back = readers[format](text)
    if (back.kind === 'unreadable') throw new Error(back.why.message)
    expect(back.bank.losses).toEqual([])
    const questions = course.chapters.flatMap(
      // A chapter that is not translated is written down in the words of the source.
      ({ texts }) => inLanguage(texts, lang, course.source).text.questions,
    )
    // The lines of a document come back as one.
    const inOneLine = (one: ReturnType<typeof carryQuestion>) =>
      'prompt' in one ? { ...one, prompt: oneLine(one.prompt) } : one
    const carried = questions.map(carryQuestion).map(inOneLine)
    const leftOut = new Set(
      losses
        .filter(({ loss }) => loss === 'scenario' || loss === 'severalGaps')
        .map(({ question }) => question),
    )
    expect(back.bank.questions.map(({ line: _, ...question }) => question)).toEqual(
      carried.flatMap((one) =>
        'loss' in one || leftOut.has(one.id)
          ? []
          : [format === 'gift' ? { ...one, hints: [] } : one],
      ),
    )
    expect(losses).toEqual(expect.arrayContaining(carried.filter((one) => 'loss' in one)))
    expect(back.bank.questions.length + leftOut.size).toBe(questions.length)
    const texts = back.bank.questions.filter((one) => one.type === 'fill-in' && one.gaps.length > 1)
    expect(texts.length > 0).toBe(format === 'moodle-xml')
  })
})

describe('a file of questions', () => {
  test('is of one chapter, or of all, each under its own heading', async () => {
    const tiny = await loadGoodCourse()
    const [first] = tiny.chapters
    const whole = exportQuestions({
      course: tiny,
      chapters: tiny.chapters,
      lang: 'en',
      format: 'gift',
    }).text
    const one = exportQuestions({
      course: tiny,
      chapters: [first!],
      lang: 'sv',
      format: 'gift',
    }).text
    expect(whole.match(/\$CATEGORY/g)).toHaveLength(tiny.chapters.length)
    expect(one.match(/\$CATEGORY/g)).toHaveLength(1)
    expect(one).toContain(first!.texts.get('sv')?.title)
  })

  test('has no situation that branches, and says so', () => {
    const written: WrittenQuestion = {
      id: 'q',
      type: 'scenario',
      see: 's',
      prompt: 'p',
      parts: [],
      line: 1,
    }
    expect(carryQuestion(written)).toEqual({ question: 'q', loss: 'scenario' })
  })
})
