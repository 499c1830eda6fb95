import { type ExpectedRoutes, everyone, only, signedIn } from '../expectation.ts'
import { passphrase, pseudonymOf } from '../people.ts'
import { ownersCode, ownersOtherSession } from '../seed-rows.ts'

const newPassphrase = 'seven loud geese on the lake'

/** An account and its sessions: everyone meets their own, and of another's nothing. */
export const accountRoutes: ExpectedRoutes = {
  'routes/$lang.host': { at: '/en/host', opened: only({ host: 'page' }, 'not-found') },
  'routes/$lang.sign-up': {
    at: '/en/sign-up',
    opened: { ...everyone('onward'), guest: 'page' },
    forms: {
      '': {
        fields: { pseudonym: 'Matrix Newcomer', passphrase },
        sent: { ...everyone('onward'), guest: 'done' },
      },
    },
  },
  'routes/$lang.sign-in': {
    at: '/en/sign-in',
    opened: { ...everyone('onward'), guest: 'page' },
    forms: {
      '': {
        fields: { pseudonym: pseudonymOf('owner'), passphrase },
        sent: { ...everyone('onward'), guest: 'done' },
      },
    },
  },
  'routes/$lang.recover': {
    at: '/en/recover',
    opened: { ...everyone('onward'), guest: 'page' },
    forms: {
      '': {
        fields: { pseudonym: pseudonymOf('owner'), code: ownersCode, passphraseNew: newPassphrase },
        sent: { ...everyone('onward'), guest: 'done' },
      },
    },
  },
  'routes/$lang.sign-out': {
    at: '/en/sign-out',
    opened: everyone('page'),
    forms: { '': { sent: { ...everyone('done'), guest: 'onward' } } },
  },
  'routes/$lang.account': {
    at: '/en/account',
    opened: signedIn('page'),
    forms: {
      'change-passphrase': {
        fields: { passphrase, passphraseNew: newPassphrase },
        sent: signedIn('done'),
      },
      'end-session': {
        fields: { session: ownersOtherSession },
        sent: only({ owner: 'done' }, 'not-found'),
      },
      'end-others': { sent: only({ owner: 'done' }, 'onward') },
      'count-answers': { sent: signedIn('done') },
      'stop-counting': { sent: signedIn('onward') },
    },
  },
  'routes/$lang.account_.codes': {
    at: '/en/account/codes',
    opened: signedIn('page'),
    forms: {
      renew: { fields: { passphrase }, sent: signedIn('done') },
      written: { sent: signedIn('onward') },
    },
  },
  'routes/$lang.account_.export': { at: '/en/account/export', opened: signedIn('page') },
  'routes/$lang.account_.export[.]json': {
    at: '/en/account/export.json',
    opened: signedIn('file'),
  },
  'routes/$lang.account_.erase': {
    at: '/en/account/erase',
    opened: signedIn('page'),
    forms: { '': { fields: { passphrase }, sent: signedIn('done') } },
  },
  'routes/$lang.account_.erased': { at: '/en/account/erased', opened: everyone('page') },
}
