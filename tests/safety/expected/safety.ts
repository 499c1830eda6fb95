import { type ExpectedRoutes, everyone } from '../expectation.ts'

/** What keeps a reader safe is there for everyone. */
export const safetyRoutes: ExpectedRoutes = {
  'routes/$lang.safety': { at: '/en/safety', opened: everyone('page') },
  'routes/$lang.wipe': {
    at: '/en/wipe',
    opened: everyone('page'),
    forms: { '': { sent: { ...everyone('done'), guest: 'onward' } } },
  },
}
