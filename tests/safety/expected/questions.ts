import { type ExpectedRoutes, everyone, only } from '../expectation.ts'

const course = '/en/courses/run-a-party'

/** Questions to carry away, for everyone; and how they were answered, for moderators. */
export const questionRoutes: ExpectedRoutes = {
  'routes/$lang.courses.$course.question-banks': {
    at: `${course}/question-banks`,
    opened: everyone('page'),
  },
  'routes/$lang.courses.$course.questions[.]gift': {
    at: `${course}/questions.gift`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.questions[.]xml': {
    at: `${course}/questions.xml`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.$chapter_.questions[.]gift': {
    at: `${course}/the-branch/questions.gift`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.$chapter_.questions[.]xml': {
    at: `${course}/the-branch/questions.xml`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.questions': {
    at: `${course}/questions`,
    opened: only({ moderator: 'page' }, 'not-found'),
  },
  'routes/$lang.courses.$course.questions[.]csv': {
    at: `${course}/questions.csv`,
    opened: only({ moderator: 'file' }, 'not-found'),
  },
}
