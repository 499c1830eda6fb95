import enAccounts from './en/accounts.json'
import enCircles from './en/circles.json'
import enComments from './en/comments.json'
import enCountries from './en/countries.json'
import enCourses from './en/courses.json'
import enMeetings from './en/meetings.json'
import enNotes from './en/notes.json'
import enPackages from './en/packages.json'
import enPages from './en/pages.json'
import enProgress from './en/progress.json'
import enProofs from './en/proofs.json'
import enQuestions from './en/questions.json'
import enQuizzes from './en/quizzes.json'
import enReading from './en/reading.json'
import enReviews from './en/reviews.json'
import enSafety from './en/safety.json'
import enTools from './en/tools.json'
import svAccounts from './sv/accounts.json'
import svCircles from './sv/circles.json'
import svComments from './sv/comments.json'
import svCountries from './sv/countries.json'
import svCourses from './sv/courses.json'
import svMeetings from './sv/meetings.json'
import svNotes from './sv/notes.json'
import svPackages from './sv/packages.json'
import svPages from './sv/pages.json'
import svProgress from './sv/progress.json'
import svProofs from './sv/proofs.json'
import svQuestions from './sv/questions.json'
import svQuizzes from './sv/quizzes.json'
import svReading from './sv/reading.json'
import svReviews from './sv/reviews.json'
import svSafety from './sv/safety.json'
import svTools from './sv/tools.json'

const en = {
  accounts: enAccounts,
  circles: enCircles,
  comments: enComments,
  countries: enCountries,
  courses: enCourses,
  meetings: enMeetings,
  notes: enNotes,
  packages: enPackages,
  pages: enPages,
  progress: enProgress,
  questions: enQuestions,
  proofs: enProofs,
  quizzes: enQuizzes,
  reading: enReading,
  reviews: enReviews,
  safety: enSafety,
  tools: enTools,
}

/**
 * Every text of the interface: a namespace for each part of the program. English is the source; a
 * language that lacks one of its keys does not compile.
 */
export type Texts = typeof en

const sv: Texts = {
  accounts: svAccounts,
  circles: svCircles,
  comments: svComments,
  countries: svCountries,
  courses: svCourses,
  meetings: svMeetings,
  notes: svNotes,
  packages: svPackages,
  pages: svPages,
  progress: svProgress,
  questions: svQuestions,
  proofs: svProofs,
  quizzes: svQuizzes,
  reading: svReading,
  reviews: svReviews,
  safety: svSafety,
  tools: svTools,
}

/** The interface's texts by language. */
export const texts: Record<string, Texts> = { en, sv }
