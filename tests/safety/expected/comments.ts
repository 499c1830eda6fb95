import { type ExpectedRoutes, everyone, only, signedIn } from '../expectation.ts'
import { ownersPublished, ownersWaiting } from '../seed-rows.ts'

const chapter = '/en/courses/run-a-party/the-branch'
const story = Array.from({ length: 50 }, (_, i) => `word${'abcdefghij'[i % 10]}`).join(' ')

/**
 * Readers' comments: anyone reads what is published, the author has their own, a moderator decides.
 */
export const commentRoutes: ExpectedRoutes = {
  'routes/$lang.courses.$course.$chapter_.comments': {
    at: `${chapter}/comments`,
    opened: everyone('page'),
  },
  'routes/$lang.courses.$course.$chapter_.comment': {
    at: `${chapter}/comment`,
    opened: signedIn('page'),
    forms: {
      '': {
        fields: { country: 'ZW', section: '', text: story, language: 'en', signed: 'none' },
        sent: signedIn('done'),
      },
    },
  },
  'routes/$lang.account_.comments': {
    at: '/en/account/comments',
    opened: signedIn('page'),
    forms: {
      '': { fields: { comment: ownersWaiting }, sent: only({ owner: 'done' }, 'not-found') },
    },
  },
  'routes/$lang.comments': { at: '/en/comments', opened: only({ moderator: 'page' }, 'not-found') },
  'routes/$lang.comments_.$comment': [
    {
      at: `/en/comments/${ownersWaiting}`,
      opened: only({ moderator: 'page' }, 'not-found'),
      forms: {
        publish: { sent: only({ moderator: 'done' }, 'not-found') },
        decline: {
          fields: { reason: 'other', note: '' },
          sent: only({ moderator: 'done' }, 'not-found'),
        },
        'take-back': {
          fields: { reason: 'other', note: '' },
          sent: only({ moderator: 'page' }, 'not-found'),
        },
      },
    },
    {
      at: `/en/comments/${ownersPublished}`,
      opened: only({ moderator: 'page' }, 'not-found'),
      forms: {
        publish: { sent: only({ moderator: 'page' }, 'not-found') },
        'take-back': {
          fields: { reason: 'hostile', note: 'Why.' },
          sent: only({ moderator: 'done' }, 'not-found'),
        },
      },
    },
  ],
}
