import { z } from 'zod'

// Lengths and words are judged by the rules, with a reason; here only what no page of ours would
// send is kept out.
const text = z.string().max(5000)
const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/**
 * The form of each event that needs no more than its own fields. Its values, with the intent as the
 * kind, are the event.
 */
export const eventForms = {
  rename: z.object({ intent: z.literal('rename'), name: text }),
  'set-aim': z.object({ intent: z.literal('set-aim'), aim: text }),
  'cancel-meeting': z.object({ intent: z.literal('cancel-meeting'), meeting: id }),
  'restore-meeting': z.object({ intent: z.literal('restore-meeting'), meeting: id }),
  'rotate-roles': z.object({ intent: z.literal('rotate-roles') }),
  // Its field has a name of its own, since it stands on one page with another name to fill in.
  'add-seat': z.object({ intent: z.literal('add-seat'), seat: id, added: text }),
  'rename-seat': z.object({ intent: z.literal('rename-seat'), seat: id, name: text }),
  'remove-seat': z.object({ intent: z.literal('remove-seat'), seat: id }),
  'restore-seat': z.object({ intent: z.literal('restore-seat'), seat: id }),
  'merge-seats': z.object({ intent: z.literal('merge-seats'), seat: id, into: id }),
  leave: z.object({ intent: z.literal('leave'), keepsName: tick }),
  'make-trainer': z.object({ intent: z.literal('make-trainer'), seat: id }),
  'hand-over': z.object({ intent: z.literal('hand-over'), seat: id }),
  'propose-trainer': z.object({ intent: z.literal('propose-trainer'), seat: id }),
  'step-down': z.object({ intent: z.literal('step-down') }),
  agree: z.object({ intent: z.literal('agree') }),
  'withdraw-agreement': z.object({ intent: z.literal('withdraw-agreement') }),
  'still-here': z.object({ intent: z.literal('still-here') }),
  'open-joining': z.object({ intent: z.literal('open-joining') }),
  'close-joining': z.object({ intent: z.literal('close-joining') }),
  'finish-task': z.object({ intent: z.literal('finish-task'), meeting: id, task: id }),
  'reopen-task': z.object({ intent: z.literal('reopen-task'), meeting: id, task: id }),
  'tell-read': z.object({ intent: z.literal('tell-read'), chapter: id }),
  'take-back-read': z.object({ intent: z.literal('take-back-read'), chapter: id }),
  share: z.object({ intent: z.literal('share') }),
  'stop-sharing': z.object({ intent: z.literal('stop-sharing') }),
} as const

/** An event that has a form of its own. */
export type FormIntent = keyof typeof eventForms
