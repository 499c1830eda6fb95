import { type ExpectedRoutes, everyone, only } from '../expectation.ts'
import { circleOfTrainer, feedOfMember, seatWithoutAccount } from '../seed-rows.ts'

const circle = `/en/circles/${circleOfTrainer}`
const forBoth = only({ trainer: 'page', member: 'page' }, 'not-found')
const forTrainer = only({ trainer: 'page' }, 'not-found')
const attendance = { heldSeen: 'no', hours: '2', hoursSeen: '2' }
/** A member is told that only trainers may; to anyone else there is no such circle. */
const doneByTrainer = only({ trainer: 'done', member: 'refused' }, 'not-found')

/**
 * The meetings, reports and calendars of a circle: others' attendance for its trainers only, and
 * nothing at all for anyone outside it.
 */
export const meetingRoutes: ExpectedRoutes = {
  'routes/$lang.circles.$circle_.meetings.$number': {
    at: `${circle}/meetings/1`,
    opened: forBoth,
    forms: {
      attendance: { fields: { there: seatWithoutAccount, ...attendance }, sent: doneByTrainer },
      'everyone-there': {
        fields: { listed: seatWithoutAccount, ...attendance },
        sent: doneByTrainer,
      },
      'not-held': {
        fields: attendance,
        sent: only({ trainer: 'onward', member: 'refused' }, 'not-found'),
      },
      undo: { fields: { undo: `planned.2_held.2.${seatWithoutAccount}` }, sent: doneByTrainer },
      // Enter in a field saves the one part of the page that was changed.
      'save-one': { fields: { id: 'new', decision: 'We meet at eight' }, sent: doneByTrainer },
      'move-meeting': { fields: { day: '2026-01-10', start: '19:30' }, sent: doneByTrainer },
      'give-roles': {
        fields: { leads: seatWithoutAccount, remembers: '', notes: '' },
        sent: doneByTrainer,
      },
      'add-decision': { fields: { id: 'new', decision: 'We meet at seven' }, sent: doneByTrainer },
      'remove-decision': { fields: { intent: 'remove-decision:decision' }, sent: doneByTrainer },
      'add-task': { fields: { id: 'new', task: 'Ask the nurse', seat: '' }, sent: doneByTrainer },
      'finish-task': {
        fields: { intent: 'finish-task:task' },
        sent: only({ trainer: 'done', member: 'done' }, 'not-found'),
      },
      'reopen-task': {
        fields: { intent: 'reopen-task:task' },
        sent: only({ trainer: 'onward', member: 'onward' }, 'not-found'),
      },
      'remove-task': { fields: { intent: 'remove-task:task' }, sent: doneByTrainer },
    },
  },
  'routes/$lang.circles.$circle_.meetings.$number_.run-sheet': {
    at: `${circle}/meetings/1/run-sheet`,
    opened: forBoth,
  },
  'routes/$lang.circles.$circle_.meetings.$number_.sheet': {
    at: `${circle}/meetings/1/sheet`,
    opened: forTrainer,
  },
  'routes/$lang.circles.$circle_.report': {
    at: `${circle}/report`,
    opened: forTrainer,
    forms: {
      count: { fields: { women: '1', youth: '0' }, sent: only({ trainer: 'done' }, 'not-found') },
      close: { sent: only({ trainer: 'done' }, 'not-found') },
      reopen: { sent: only({ trainer: 'onward' }, 'not-found') },
    },
  },
  'routes/$lang.circles.$circle_.report[.]csv': {
    at: `${circle}/report.csv`,
    opened: only({ trainer: 'file' }, 'not-found'),
  },
  'routes/$lang.circles.$circle_.calendar': {
    at: `${circle}/calendar`,
    opened: forBoth,
    forms: {
      renew: {
        fields: { name: 'on' },
        sent: only({ trainer: 'page, stored', member: 'page, stored' }, 'not-found'),
      },
      stop: { sent: only({ trainer: 'onward', member: 'done' }, 'not-found') },
    },
  },
  'routes/$lang.circles.$circle_.calendar[.]ics': {
    at: `${circle}/calendar.ics`,
    opened: only({ trainer: 'file', member: 'file' }, 'not-found'),
  },
  'routes/$lang.circles.$circle_.pack': { at: `${circle}/pack`, opened: forBoth },
  // A file that is a page by its type; what is in whose is told by circle-papers.spec.ts.
  'routes/$lang.circles.$circle_.pack[.]html': { at: `${circle}/pack.html`, opened: forBoth },
  // The address is the key: anyone who has it needs no account.
  'routes/feed.$token': { at: `/feed/${feedOfMember}.ics`, opened: everyone('file') },
  'routes/$lang.circles.summary': {
    at: '/en/circles/summary',
    opened: only({ host: 'page' }, 'not-found'),
  },
  'routes/$lang.circles.summary[.]csv': {
    at: '/en/circles/summary.csv',
    opened: only({ host: 'file' }, 'not-found'),
  },
}
