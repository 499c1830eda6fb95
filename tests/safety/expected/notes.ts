import { type ExpectedRoutes, only, signedIn } from '../expectation.ts'
import { goneSection } from '../seed-rows.ts'

const notes = '/en/courses/run-a-party/the-branch/notes'

/** Notes of one's own: each learner has theirs, and to everyone else they do not exist. */
export const noteRoutes: ExpectedRoutes = {
  'routes/$lang.notes': { at: '/en/notes', opened: signedIn('page') },
  'routes/$lang.courses.$course.$chapter_.notes.$section': [
    {
      at: `${notes}/committee`,
      opened: signedIn('page'),
      forms: {
        'keep-note': { fields: { seen: '1', text: 'Ask Ben' }, sent: signedIn('done') },
        'delete-note': { fields: { seen: '1' }, sent: only({ owner: 'done' }, 'not-found') },
      },
    },
    {
      at: `${notes}/${goneSection}`,
      opened: only({ owner: 'page' }, 'not-found'),
      forms: {
        'keep-note': {
          fields: { seen: '1', text: 'Ask Ben' },
          sent: only({ owner: 'done' }, 'not-found'),
        },
        'delete-note': { fields: { seen: '1' }, sent: only({ owner: 'done' }, 'not-found') },
      },
    },
  ],
}
