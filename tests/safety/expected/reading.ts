import { type ExpectedRoutes, everyone, signedIn } from '../expectation.ts'

const course = '/en/courses/run-a-party'

/** What can be read, and answered, without an account. */
export const readingRoutes: ExpectedRoutes = {
  'routes/_index': { at: '/', opened: everyone('onward') },
  'routes/$': { at: '/no/such/page', opened: everyone('not-found') },
  'routes/$lang.$': { at: '/en/no-such-page', opened: everyone('not-found') },
  'routes/$lang._index': { at: '/en', opened: everyone('page') },
  'routes/$lang.search': { at: '/en/search?q=branch', opened: everyone('page') },
  'routes/$lang.search_.suggestions[.]json': {
    at: '/en/search/suggestions.json',
    opened: everyone('file'),
  },
  'routes/$lang.countries': { at: '/en/countries', opened: everyone('page') },
  'routes/$lang.countries_.$country': { at: '/en/countries/ZW', opened: everyone('page') },
  'routes/$lang.reading': {
    at: '/en/reading',
    opened: everyone('page'),
    forms: {
      '': {
        fields: { size: 'large', letters: 'sans', light: 'dark', spacing: 'wide', pictures: 'no' },
        sent: signedIn('done'),
      },
    },
  },
  'routes/$lang.progress': { at: '/en/progress', opened: signedIn('page') },
  'routes/$lang.courses.$course._index': { at: course, opened: everyone('page') },
  'routes/$lang.courses.$course.about': { at: `${course}/about`, opened: everyone('page') },
  'routes/$lang.courses.$course.glossary': { at: `${course}/glossary`, opened: everyone('page') },
  'routes/$lang.courses.$course.guide': { at: `${course}/guide`, opened: everyone('page') },
  'routes/$lang.courses.$course.guide_.$chapter': {
    at: `${course}/guide/the-branch`,
    opened: everyone('page'),
  },
  'routes/$lang.courses.$course.take': { at: `${course}/take`, opened: everyone('page') },
  // A file that is offered is there once it was made; a journey fetches one.
  'routes/$lang.courses.$course.take_.$file': {
    at: `${course}/take/no-such-file.epub`,
    opened: everyone('not-found'),
  },
  'routes/$lang.courses.$course.tools': { at: `${course}/tools`, opened: everyone('page') },
  'routes/$lang.courses.$course.tools_.$tool': {
    at: `${course}/tools/vote-goal`,
    opened: everyone('page'),
    forms: { '': { fields: { calculator: 'goal', voters: '4000' }, sent: everyone('page') } },
  },
  'routes/$lang.courses.$course.tools_.$tool[.]docx': {
    at: `${course}/tools/cash-book.docx`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.tools_.$tool[.]xlsx': {
    at: `${course}/tools/cash-book.xlsx`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.tools_.$tool_.example[.]docx': {
    at: `${course}/tools/cash-book/example.docx`,
    opened: everyone('file'),
  },
  'routes/$lang.courses.$course.$chapter': {
    at: `${course}/the-branch`,
    opened: everyone('page'),
    forms: {
      answer: {
        fields: { check: 'who-went-home', 'q.who-went-home': 'all' },
        sent: { ...everyone('done'), guest: 'page' },
      },
      read: { sent: signedIn('done') },
      unread: { sent: signedIn('done') },
      bookmark: { fields: { intent: 'bookmark:committee' }, sent: signedIn('done') },
      unbookmark: { sent: signedIn('done') },
    },
  },
  'routes/$lang.courses.$course.$chapter_.answer': {
    at: `${course}/the-branch/answer`,
    opened: everyone('onward'),
    forms: {
      answer: {
        fields: { check: 'who-went-home', 'q.who-went-home': 'all' },
        sent: { ...everyone('page, stored'), guest: 'page' },
      },
    },
  },
}
