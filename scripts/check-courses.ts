import './as-command.mjs'
import { parseArgs } from 'node:util'
import { describeAnswerCues } from '../app/courses/checks/answer-cues.ts'
import { describeMissingNames } from '../app/courses/checks/chapter-names.ts'
import { describeStaleComments } from '../app/courses/checks/comment-age.ts'
import { describeReading } from '../app/courses/checks/reading-level.ts'
import { describeProblems, loadCatalogue } from '../app/courses/load/load-catalogue.server.ts'
import { tellProgress } from '../app/courses/load/tell-progress.ts'
import { dayOf } from '../app/platform/calendar-day.ts'
import { systemClock } from '../app/platform/clock.ts'
import { checkQuestion } from '../app/quizzes/types/question-types.ts'

// `npm run courses:check [folder]`: every problem in the courses, in that folder or the one of the
// setting COURSES, with file and line; ends with 1 if there is any. Without a problem, how hard
// each chapter is to read, how often an option's length gives it away, which comments were last checked
// more than six months ago (before today, or before `--today 2027-06-01`), and which chapters have
// neither a text nor a name in a language.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { today: { type: 'string' } },
})
const today = values.today ?? dayOf(systemClock.now())
if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) {
  console.error('--today is a day, such as 2027-06-01.')
  process.exit(1)
}
const loaded = await loadCatalogue({
  folder: positionals[0] ?? (process.env.COURSES || './courses'),
  cacheFolder: `${process.env.CACHE || './.cache'}/chapters`,
  checkQuestion,
  progress: () => tellProgress((words) => console.error(words)),
})
if (loaded.kind === 'broken') {
  console.error(describeProblems(loaded.problems))
  console.error(
    loaded.problems.length === 1 ? '\nOne problem.' : `\n${loaded.problems.length} problems.`,
  )
  process.exit(1)
}
for (const course of loaded.catalogue.courses.values()) {
  console.log(describeReading(course))
  console.log(describeAnswerCues(course))
  const stale = describeStaleComments(course, today)
  if (stale) console.log(stale)
  const missing = describeMissingNames(course)
  if (missing) console.log(missing)
  console.log(
    `${course.id}: ${course.chapters.length} chapters, ${[...course.texts.keys()].join(', ')}. No problems.`,
  )
}
