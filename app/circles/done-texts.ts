import type { FormIntent } from './event-forms.ts'

const texts = {
  'remove-seat': 'circles:done.removeSeat',
  'restore-seat': 'circles:done.restoreSeat',
  'add-seat': 'circles:done.addSeat',
  'merge-seats': 'circles:done.mergeSeats',
  'make-trainer': 'circles:done.makeTrainer',
  'hand-over': 'circles:done.handOver',
  'step-down': 'circles:done.stepDown',
  'propose-trainer': 'circles:done.proposeTrainer',
  'still-here': 'circles:done.stillHere',
  'close-joining': 'circles:done.closeJoining',
  'open-joining': 'circles:done.openJoining',
  share: 'circles:done.share',
  'stop-sharing': 'circles:done.stopSharing',
  'cancel-meeting': 'circles:done.cancelMeeting',
  'restore-meeting': 'circles:done.restoreMeeting',
} as const satisfies Partial<Record<FormIntent, string>>

/**
 * What a page says has been done, by the word that the address has for it after the redirect; null
 * when it has none that is known.
 */
export function doneText(url: string): (typeof texts)[keyof typeof texts] | 'circles:saved' | null {
  const done = new URL(url).searchParams.get('done')
  return done === null ? null : textOfDone(done)
}

/** What a page says that something was done, by the intent of its button. */
export function textOfDone(intent: string): (typeof texts)[keyof typeof texts] | 'circles:saved' {
  return Object.hasOwn(texts, intent) ? texts[intent as keyof typeof texts] : 'circles:saved'
}
