import { beforeAll, describe, expect, test } from 'vitest'
import { adds, having, type Step, someCircle } from '../../../tests/factories/test-circle.ts'
import { loadCatalogue } from '../../courses/load/load-catalogue.server.ts'
import type { Course } from '../../courses/model/chapter.ts'
import { checkQuestion } from '../../quizzes/types/question-types.ts'
import { type Circle, type PlannedMeeting, seated } from '../circle.ts'
import { runSheetView } from './show-run-sheet.ts'

let course: Course
beforeAll(async () => {
  const loaded = await loadCatalogue({
    folder: './courses',
    cacheFolder: './.cache/test-chapters',
    checkQuestion,
    trustsCache: true,
  })
  if (loaded.kind !== 'ok') throw new Error('The courses are broken.')
  course = loaded.catalogue.courses.get('run-a-party') as Course
})

const meetings: PlannedMeeting[] = [
  { id: 'm1', day: '2026-03-14', start: '18:30', hours: 3, chapters: ['why-parties'] },
  { id: 'm2', day: '2026-03-21', start: '18:30', hours: 2, chapters: ['the-branch'] },
  { id: 'm3', day: '2026-03-28', start: '22:30', hours: 3, chapters: ['money', 'members'] },
]
const replan: Step = { kind: 'replan', planRevision: 1, meetings }
const give: Step = {
  kind: 'give-roles',
  meeting: 'm2',
  roles: { leads: 'bo', remembers: 'ada', notes: null },
}
const circle = (...steps: Step[]): Circle =>
  having(
    { ...someCircle({ meetings: 0 }), course: 'run-a-party' },
    replan,
    adds('Bo'),
    give,
    ...steps,
  )
const sheet = (number: number, lang = 'en', from = circle()) =>
  runSheetView({ circle: from, course, meeting: from.meetings[number - 1]!, lang })

describe('the run sheet of a meeting', () => {
  test('has the clock on the wall for each step, from the planned start to the end of the study hours', () => {
    const { steps, ends } = sheet(2)
    expect(steps.map(({ at, minutes }) => `${at} ${minutes}`)).toEqual([
      '18:30 10',
      '18:40 15',
      '18:55 15',
      '19:10 40',
      '19:50 10',
    ])
    expect(ends).toBe('20:00')
    expect(sheet(3).ends).toBe('00:45')
  })

  test('begins the first meeting with the work plan and asks nothing; a later one asks of what was read before', () => {
    expect(
      sheet(1)
        .steps.map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['welcome', 'work-plan'])
    expect(sheet(1).remembered).toEqual([])
    expect(new Set(sheet(2).remembered.map(({ chapter }) => chapter))).toEqual(
      new Set(['why-parties']),
    )
    expect(new Set(sheet(3).remembered.map(({ chapter }) => chapter))).toEqual(
      new Set(['why-parties', 'the-branch']),
    )
  })

  test('says who leads each step, and who leads next', () => {
    const { steps, people, nextPeople } = sheet(2)
    expect(people).toEqual({ leads: 'Bo', remembers: 'Ada', notes: null })
    expect(steps.map(({ leader }) => leader)).toEqual(['Ada', 'Bo', 'Bo', 'Bo', 'Bo'])
    expect(nextPeople).toEqual({ leads: null, remembers: null, notes: null })
    expect(sheet(3).nextPeople).toBeNull()
  })

  test('has what the group works with: exercise with minutes, things to talk about, task, what goes wrong, pictures', () => {
    const [chapter] = sheet(2).chapters
    expect(chapter?.exercise).toMatchObject({ title: 'Your year on one sheet', minutes: 40 })
    expect(chapter?.exercise?.steps).toHaveLength(5)
    expect(chapter?.talk).toHaveLength(5)
    expect(chapter?.branchTask?.title).toBe('Who does what, and who could take over?')
    expect(chapter?.goesWrong.length).toBeGreaterThan(1)
    expect(chapter?.summary).toMatch(/^The branch is /)
    expect(chapter?.pictures.length).toBeGreaterThan(1)
    expect(chapter?.pictures.every(({ alt, caption }) => alt && caption)).toBe(true)
    expect(sheet(2).figures).toContain('<symbol')
  })

  test('is in the reader’s language', () => {
    const { steps, chapters } = sheet(2, 'sv')
    expect(steps[0]?.words?.step).toBe('Vad minns vi?')
    expect(chapters[0]?.address).toBe('/sv/courses/run-a-party/the-branch')
  })

  test('names a cancelled meeting’s chapters nowhere, and begins with the work plan where it was the first', () => {
    const cancelled = circle({ kind: 'cancel-meeting', meeting: 'm1' })
    expect(sheet(2, 'en', cancelled).steps[0]?.kind).toBe('welcome')
    expect(sheet(2, 'en', cancelled).remembered).toEqual([])
  })

  test('reminds of tasks that are not done', () => {
    const ada = seated(circle())[0]!.id
    const withTasks = circle(
      { kind: 'add-task', meeting: 'm1', task: 't1', text: 'Ask the nurse', seat: ada },
      { kind: 'add-task', meeting: 'm1', task: 't2', text: 'Find a room', seat: null },
      { kind: 'finish-task', meeting: 'm1', task: 't2' },
    )
    expect(sheet(2, 'en', withTasks).openTasks).toEqual([
      { id: 't1', text: 'Ask the nurse', name: 'Ada' },
    ])
  })
})
