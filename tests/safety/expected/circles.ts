import { type ExpectedRoutes, everyone, only, signedIn } from '../expectation.ts'
import { circleOfTrainer, codeOfCircle, seatWithoutAccount } from '../seed-rows.ts'

const circle = `/en/circles/${circleOfTrainer}`
const forBoth = only({ trainer: 'page', member: 'page' }, 'not-found')
const doneByBoth = only({ trainer: 'done', member: 'done' }, 'not-found')
const onwardForBoth = only({ trainer: 'onward', member: 'onward' }, 'not-found')
const forTrainer = only({ trainer: 'page' }, 'not-found')
const doneByTrainer = only({ trainer: 'done' }, 'not-found')
const onwardForTrainer = only({ trainer: 'onward' }, 'not-found')
const doneByMember = only({ trainer: 'refused', member: 'done' }, 'not-found')

/**
 * A circle, its people, plan and invitation: for those who sit in it, and some of it for its
 * trainers alone.
 */
export const circleRoutes: ExpectedRoutes = {
  'routes/$lang.circles._index': { at: '/en/circles', opened: signedIn('page') },
  'routes/$lang.circles.new': {
    at: '/en/circles/new',
    opened: signedIn('page'),
    forms: {
      '': {
        fields: {
          id: '3f1c6a52-5d0b-4c8e-9d35-6f0a2b7c1e44',
          name: 'Red kettle',
          trainer: 'Ada',
          course: 'run-a-party',
          meetings: '3',
          hoursEach: '3',
          firstDay: new Date().toISOString().slice(0, 10),
          start: '18:00',
          everyDays: '7',
          timeZone: 'Africa/Harare',
        },
        sent: signedIn('done'),
      },
    },
  },
  'routes/$lang.circles.$circle': {
    at: circle,
    opened: forBoth,
    forms: {
      'tell-read': { fields: { chapter: 'the-branch' }, sent: doneByBoth },
      'take-back-read': { fields: { chapter: 'the-branch' }, sent: onwardForBoth },
      share: { sent: doneByBoth },
      'stop-sharing': { sent: onwardForBoth },
      'finish-task': { fields: { meeting: 'meeting', task: 'task' }, sent: doneByBoth },
      'reopen-task': { fields: { meeting: 'meeting', task: 'task' }, sent: onwardForBoth },
      agree: { sent: only({ trainer: 'refused', member: 'refused' }, 'not-found') },
      'withdraw-agreement': { sent: onwardForBoth },
      'still-here': { sent: onwardForTrainer },
    },
  },
  'routes/$lang.circles.$circle_.people': {
    at: `${circle}/people`,
    opened: forBoth,
    forms: {
      // Enter in a field saves the one part of the page that was changed.
      'save-one': { fields: { name: 'Another name' }, sent: doneByBoth },
      'add-seat': { fields: { newSeat: 'newcomer', added: 'Zoe' }, sent: doneByTrainer },
      'rename-seat': {
        fields: { intent: 'rename-seat:member', name: 'Another name' },
        sent: doneByMember,
      },
      'remove-seat': { fields: { intent: 'remove-seat:member' }, sent: doneByTrainer },
      'restore-seat': { fields: { intent: 'restore-seat:member' }, sent: onwardForTrainer },
      'merge-seats': {
        fields: { merged: seatWithoutAccount, into: 'member' },
        sent: doneByTrainer,
      },
      'make-trainer': { fields: { intent: 'make-trainer:member' }, sent: doneByTrainer },
      'hand-over': { fields: { intent: 'hand-over:member' }, sent: doneByTrainer },
      'step-down': { sent: only({ trainer: 'refused' }, 'not-found') },
      'propose-trainer': { fields: { intent: 'propose-trainer:member' }, sent: doneByMember },
    },
  },
  'routes/$lang.circles.$circle_.leave': {
    at: `${circle}/leave`,
    opened: forBoth,
    forms: { leave: { fields: { keepsName: 'on' }, sent: doneByMember } },
  },
  'routes/$lang.circles.$circle_.hard': {
    at: `${circle}/hard`,
    opened: forBoth,
    forms: {
      mark: { fields: { chapter: 'the-branch', section: 'committee' }, sent: doneByBoth },
      unmark: { fields: { chapter: 'the-branch', section: 'committee' }, sent: onwardForBoth },
    },
  },
  'routes/$lang.circles.$circle_.plan': {
    at: `${circle}/plan`,
    opened: forTrainer,
    forms: {
      'save-one': { fields: { name: 'Open window' }, sent: doneByTrainer },
      replan: {
        fields: {
          planRevision: '1',
          meeting: 'meeting',
          'day.meeting': '2026-01-09',
          'start.meeting': '19:00',
          'hours.meeting': '2',
          'chapters.meeting': 'the-branch',
        },
        sent: doneByTrainer,
      },
      rename: { fields: { name: 'Open window' }, sent: doneByTrainer },
      'set-aim': { fields: { aim: 'To hold an annual meeting' }, sent: doneByTrainer },
      'cancel-meeting': { fields: { intent: 'cancel-meeting:meeting' }, sent: doneByTrainer },
      'restore-meeting': { fields: { intent: 'restore-meeting:meeting' }, sent: onwardForTrainer },
      'rotate-roles': { sent: doneByTrainer },
    },
  },
  'routes/$lang.circles.$circle_.invitation': {
    at: `${circle}/invitation`,
    opened: forTrainer,
    forms: {
      'open-joining': { sent: onwardForTrainer },
      'close-joining': { sent: doneByTrainer },
      'renew-code': { sent: doneByTrainer },
    },
  },
  'routes/$lang.join': {
    at: '/en/join',
    opened: everyone('page'),
    forms: { '': { fields: { code: 'ACDE-FHJK' }, sent: everyone('onward') } },
  },
  'routes/$lang.join_.$code': {
    at: `/en/join/${codeOfCircle}`,
    opened: only({ trainer: 'onward', member: 'onward' }, 'page'),
    forms: {
      '': { fields: { name: 'Zoe' }, sent: only({ trainer: 'onward', member: 'onward' }, 'done') },
    },
  },
}
