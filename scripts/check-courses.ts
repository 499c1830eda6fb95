import { describeGiveAways } from '../app/courses/give-aways.ts'
import { describeProblems, loadCatalogue } from '../app/courses/load-catalogue.server.ts'
import { describeReading } from '../app/courses/reading-level.ts'
import { checkQuestion } from '../app/quizzes/question-types.ts'

// `npm run courses:check [folder]`: every problem in the courses, in that folder or the one of the setting COURSES, with file and line; ends with 1 if
// there is any. Without a problem, how hard each chapter is to read, and how often an option's length gives it away.
const loaded = await loadCatalogue({
  folder: process.argv[2] ?? (process.env.COURSES || './courses'),
  cacheFolder: `${process.env.CACHE || './.cache'}/chapters`,
  checkQuestion,
})
if (loaded.kind === 'broken') {
  console.error(describeProblems(loaded.problems))
  console.error(loaded.problems.length === 1 ? '\nOne problem.' : `\n${loaded.problems.length} problems.`)
  process.exit(1)
}
for (const course of loaded.catalogue.courses.values()) {
  console.log(describeReading(course))
  console.log(describeGiveAways(course))
  console.log(`${course.id}: ${course.chapters.length} chapters, ${[...course.texts.keys()].join(', ')}. No problems.`)
}
