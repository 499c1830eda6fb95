import { type ExpectedRoutes, everyone, only, signedIn } from '../expectation.ts'

const branch = 'run-a-party.the-branch'
const answer = { check: `${branch}.who-went-home`, [`q.${branch}.who-went-home`]: 'all' }

/** What comes back to a learner, and what they check over a whole course. */
export const reviewRoutes: ExpectedRoutes = {
  'routes/$lang.review': {
    at: '/en/review',
    opened: signedIn('page'),
    forms: {
      answer: { fields: answer, sent: signedIn('done') },
      forget: {
        fields: { intent: `forget:${branch}.who-went-home` },
        sent: only({ owner: 'done' }, 'not-found'),
      },
      remember: {
        fields: { intent: `remember:${branch}.a-name-from-the-floor` },
        sent: only({ owner: 'done' }, 'not-found'),
      },
    },
  },
  'routes/$lang.courses.$course.check': [
    {
      at: '/en/courses/run-a-party/check',
      opened: everyone('page'),
      forms: {
        draw: { sent: { ...everyone('done'), guest: 'onward' } },
        answer: { fields: answer, sent: { ...signedIn('onward'), owner: 'done' } },
      },
    },
    {
      at: '/en/courses/run-a-party/check?draw=0123abcd',
      opened: everyone('page'),
      forms: {
        answer: { fields: answer, sent: { ...everyone('onward'), owner: 'done', guest: 'page' } },
      },
    },
  ],
  'routes/$lang.courses.$course.check_.answer': {
    at: '/en/courses/run-a-party/check/answer?draw=0123abcd',
    opened: everyone('onward'),
    forms: {
      answer: { fields: { check: 'run-a-party.the-branch.not-drawn' }, sent: everyone('refused') },
    },
  },
  'routes/$lang.courses.$course.proof': {
    at: '/en/courses/run-a-party/proof',
    opened: signedIn('page'),
    // Nobody here has finished the course.
    forms: { '': { fields: { name: 'A name' }, sent: signedIn('refused') } },
  },
  'routes/$lang.proof.verify': {
    at: '/en/proof/verify',
    opened: everyone('page'),
    forms: { '': { fields: { code: '0AB1C' }, sent: everyone('page') } },
  },
  'routes/$lang.review_.card': { at: '/en/review/card', opened: signedIn('page') },
  'routes/$lang.review_.answer': {
    at: '/en/review/answer',
    opened: everyone('onward'),
    forms: { answer: { fields: answer, sent: { ...signedIn('refused'), owner: 'page, stored' } } },
  },
}
