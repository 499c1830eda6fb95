import './as-command.mjs'
import { insertLearner } from '../app/accounts/learner-store.server.ts'
import { hashPassphrase } from '../app/accounts/passphrases/passphrase.server.ts'
import { pseudonymKey } from '../app/accounts/pseudonym.ts'
import { changeCircle } from '../app/circles/change-circle.server.ts'
import type { Circle, CircleEvent } from '../app/circles/circle.ts'
import { findOwnCircle } from '../app/circles/circle-store.server.ts'
import { newInnerId } from '../app/circles/ids.server.ts'
import { joinCircle } from '../app/circles/people/join-circle.server.ts'
import { proposePlan } from '../app/circles/plan/propose-plan.ts'
import { createCircle } from '../app/circles/start/create-circle.server.ts'
import { loadCatalogue } from '../app/courses/load/load-catalogue.server.ts'
import { type Chapter, inLanguage } from '../app/courses/model/chapter.ts'
import { type Day, dayOf, daysAfter } from '../app/platform/calendar-day.ts'
import { systemClock } from '../app/platform/clock.ts'
import { closeDatabase, database } from '../app/platform/database.server.ts'
import { environment } from '../app/platform/environment.server.ts'
import { newId } from '../app/platform/random.server.ts'
import { recordVisit } from '../app/progress/visit-store.server.ts'
import { answerQuestions } from '../app/quizzes/chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../app/quizzes/chapter-quiz/chapter-questions.ts'
import { checkQuestion } from '../app/quizzes/types/question-types.ts'
import { exitWithError } from './prepare.mjs'

const circleName = 'Example circle (made up)'
const trainer = 'example trainer'
const member = 'example member'
const passphrase = 'all of this is made up'
/** Words of the woods and no people's names, so that nobody is taken for a person. */
const withoutAccount = ['Ash', 'Birch', 'Cedar', 'Elm']
/** What was noted at each of the meetings that lie behind. */
const notes = [
  {
    decision: 'An example of a decision: we sit in a ring.',
    task: 'An example of a task: ask two neighbours what they need.',
  },
  {
    decision: 'An example of a decision: anyone who reads aloud chooses the next reader.',
    task: 'An example of a task: borrow a clock.',
  },
]
const today = dayOf(systemClock.now())

async function makeLearner(pseudonym: string): Promise<string> {
  const id = newId()
  const passphraseHash = await hashPassphrase(passphrase)
  await insertLearner({
    id,
    pseudonym,
    pseudonymKey: pseudonymKey(pseudonym),
    passphraseHash,
    createdOn: today,
    lastSeenOn: today,
  })
  return id
}

/** A plan over the course's first chapters, whose first two meetings lie behind. */
async function planFor() {
  const loaded = await loadCatalogue({
    folder: environment.COURSES,
    cacheFolder: `${environment.CACHE}/chapters`,
    checkQuestion,
    trustsCache: true,
  })
  const course = loaded.kind === 'ok' ? [...loaded.catalogue.courses.values()][0] : undefined
  if (!course) return exitWithError('The courses are broken: run `npm run courses:check`.')
  const chapters = course.chapters.map((chapter) => {
    const { minutes, groupWork } = inLanguage(chapter.texts, 'en', course.source).text
    return {
      slug: chapter.slug,
      minutes,
      exerciseMinutes: groupWork.exercise?.minutes ?? 0,
      hours: chapter.guides.get(course.source)?.hours ?? 2,
    }
  })
  const { meetings } = proposePlan({
    chapters,
    meetings: 5,
    hoursEach: 3,
    firstDay: daysAfter(today, -10),
    everyDays: 7,
  })
  return {
    course: course.id,
    chapters: course.chapters,
    meetings: meetings.map((meeting) => ({ ...meeting, id: newInnerId(), start: '18:30' })),
  }
}

/**
 * Answers what a chapter asks to choose from, one of its questions wrongly: for the pictures of
 * progress and of the review.
 */
async function answerChoices(chapter: Chapter, learnerId: string, on: Day) {
  const questions = questionsOf(chapter, 'en', 'en')
  const fields = new URLSearchParams({ check: '' })
  let isFirst = true
  for (const { id, parts } of inLanguage(chapter.texts, 'en', 'en').text.questions) {
    const options = parts.filter(({ kind }) => kind === 'Option')
    const right = options.filter(({ attributes }) => attributes.correct === true)
    if (options.length < 2 || right.length !== 1) continue
    const chosen = isFirst ? options.find((one) => one !== right[0]) : right[0]
    fields.append(`q.${id}`, String(chosen?.attributes.id))
    isFirst = false
  }
  await recordVisit({ learnerId, course: chapter.course, chapter: chapter.slug }, on)
  await answerQuestions({ chapter, questions, fields, learnerId, today: on })
}

async function fill() {
  const trainerId = await makeLearner(trainer)
  const memberId = await makeLearner(member)
  const { chapters, ...plan } = await planFor()
  const wish = { ...plan, name: circleName, timeZone: 'UTC', trainer: 'Oak' }
  const begun = await createCircle({ id: newId(), learnerId: trainerId, wish, clock: systemClock })
  if (begun.kind !== 'started') return exitWithError(begun.reason)
  const circle = async () => (await findOwnCircle(begun.id, trainerId))?.circle as Circle
  const act = async (event: CircleEvent, learnerId = trainerId) => {
    const outcome = await changeCircle({ circleId: begun.id, learnerId, event, clock: systemClock })
    if (outcome.kind !== 'done')
      exitWithError(`The example could not be made: ${JSON.stringify(outcome)}`)
  }
  await joinCircle({
    code: (await circle()).join.code,
    name: 'Pine',
    learnerId: memberId,
    clock: systemClock,
  })
  for (const name of withoutAccount) await act({ kind: 'add-seat', seat: newInnerId(), name })
  await act({
    kind: 'set-aim',
    aim: 'An example: we want to hold an annual meeting that people come back to.',
  })
  await act({ kind: 'rotate-roles' })
  const { meetings, seats } = await circle()
  for (const [index, { decision, task }] of notes.entries()) {
    const { id: meeting, chapters: read } = meetings[index]!
    const there = seats.filter((_, place) => place !== index + 2)
    const seen = { isHeld: false, hours: 3, present: [] }
    const now = { isHeld: true, hours: 3, present: there.map(({ id }) => id) }
    await act({ kind: 'record-attendance', meeting, seen, now })
    await act({ kind: 'add-decision', meeting, decision: newInnerId(), text: decision })
    const id = newInnerId()
    await act({ kind: 'add-task', meeting, task: id, text: task, seat: seats[index + 2]!.id })
    if (index === 0) await act({ kind: 'finish-task', meeting, task: id })
    for (const chapter of read) {
      const told = chapters.find(({ slug }) => slug === chapter)
      if (told) await answerChoices(told, trainerId, daysAfter(today, 7 * index - 10))
      await act({ kind: 'tell-read', chapter })
      if (index === 0) await act({ kind: 'tell-read', chapter }, memberId)
    }
  }
}

const learners = await (await database()).learner.findMany({ select: { pseudonym: true } })
if (learners.some(({ pseudonym }) => pseudonym !== trainer && pseudonym !== member))
  exitWithError(
    'There are people in this database. The example goes only into an empty one: name another file in DATABASE_URL.',
  )
if (learners.length === 0) await fill()
await closeDatabase()
console.log(`“${circleName}” is in ${environment.DATABASE_URL}. Everything in it is made up.

  DATABASE_URL=${environment.DATABASE_URL} npm start

Sign in as “${trainer}”, who leads it, or as “${member}”. The passphrase of both: ${passphrase}`)
