import './as-command.mjs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Acceptance, acceptQuestions } from '../app/courses/checks/accept-questions.server.ts'
import { exitWithError } from './prepare.mjs'

// `npm run courses:accept -- --new`, or `-- chapter/question --wording`, `--meaning` or
// `--removed`. COURSE names a course where there are several.
const [first = '', second = ''] = process.argv.slice(2)
const ways = ['--wording', '--meaning', '--removed']
const usage = `Say what changed:
  npm run courses:accept -- --new                            records every new question
  npm run courses:accept -- the-branch/a-question --wording  the words changed: old answers stay
  npm run courses:accept -- the-branch/a-question --meaning  it means something else: it is asked again
  npm run courses:accept -- the-branch/a-question --removed  it is gone: answers to it no longer count`

function acceptance(): Acceptance {
  if (first === '--new' && !second) return { kind: 'new' }
  if (!first.includes('/') || !ways.includes(second)) exitWithError(usage)
  return { kind: second.slice(2) as 'wording' | 'meaning' | 'removed', question: first }
}

const folder = process.env.COURSES || './courses'
const options = acceptance()
const entries = await readdir(folder, { withFileTypes: true })
const courses = entries.filter(
  (entry) => entry.isDirectory() && (!process.env.COURSE || entry.name === process.env.COURSE),
)
if (courses.length !== 1)
  exitWithError(
    `There are ${courses.length} such courses in ${folder}. Name one: COURSE=run-a-party npm run courses:accept -- …`,
  )
const { kind, sentence } = await acceptQuestions(join(folder, courses[0]?.name ?? ''), options)
if (kind === 'refused') exitWithError(sentence)
console.log(sentence)
